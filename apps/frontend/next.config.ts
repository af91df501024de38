import path from 'node:path'
import type { NextConfig } from 'next'

const projectRoot = path.join(import.meta.dirname, '../..')

/** Everything comes from our own origin; inline scripts are Next's bootstrap and the theme, which are written before any data is known. */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const config: NextConfig = {
  // Contracts are TypeScript that is never built on its own.
  transpilePackages: ['@reviewguide/contracts'],
  turbopack: { root: projectRoot },
  outputFileTracingRoot: projectRoot,
  poweredByHeader: false,
  agentRules: false,
  headers: async () => [
    {
      source: '/((?!v1/).*)',
      headers: [
        { key: 'Content-Security-Policy', value: contentSecurityPolicy },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
      ],
    },
  ],
}

export default config
