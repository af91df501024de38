import type { NextRequest } from 'next/server'
import { passToBackend } from '../../../lib/pass-to-backend.ts'

export const dynamic = 'force-dynamic'

const handler = (request: NextRequest): Promise<Response> => passToBackend(request)

export { handler as DELETE, handler as GET, handler as HEAD, handler as PATCH, handler as POST, handler as PUT }
