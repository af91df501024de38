import { AppError } from '@reviewguide/contracts'
import { type Asker, askerHeaders } from './asker.ts'
import { AUTH_PATH, type Auth } from './auth.ts'
import { translated } from './auth-error.ts'

export type ProviderName = 'google' | 'github'

/** A provider's answer, carried out. */
export interface ProviderOutcome {
  /** Where the browser goes on. */
  location: string
  /** Of the new session; null when nobody was signed in. */
  token: string | null
  /** Cookies of the library about the way to the provider, as they are to be set. */
  cookies: string[]
}

/** Signing in through somebody else, whom the installation names in its configuration. */
export function createProviders(auth: Auth, publicUrl: string) {
  const known = Object.keys(auth.options.socialProviders).filter(
    (name): name is ProviderName => auth.options.socialProviders[name as ProviderName] !== undefined,
  )

  return {
    known,

    /** The provider's page, with the cookie that ties its answer to this browser. Throws `not_found` for a provider that is not set up. */
    async begin(provider: string, returnTo: string, asker: Asker): Promise<{ url: string; cookies: string[] }> {
      const name = known.find((one) => one === provider)
      if (!name) throw new AppError('not_found')
      const { response, headers } = await translated(() =>
        auth.api.signInSocial({
          body: { provider: name, callbackURL: `${publicUrl}${returnTo}`, disableRedirect: true },
          headers: askerHeaders(asker),
          returnHeaders: true,
        }),
      )
      if (!response.url) throw new AppError('internal', { cause: new Error(`${name} has no page to go to`) })
      return { url: response.url, cookies: headers.getSetCookie() }
    },

    /** Takes what the provider sent the browser back with. A forged or repeated answer leads to the sign-in page and signs nobody in. */
    async finish(provider: string, query: string, cookie: string, asker: Asker): Promise<ProviderOutcome> {
      const name = known.find((one) => one === provider)
      if (!name) throw new AppError('not_found')
      const headers = askerHeaders(asker)
      headers.set('cookie', cookie)
      const reply = await auth.handler(new Request(`${publicUrl}${AUTH_PATH}/callback/${name}?${query}`, { headers }))
      const location = reply.headers.get('location')
      if (!location) throw new AppError('internal', { cause: new Error(`${name}: status ${reply.status}`) })
      const { authCookies } = await auth.$context
      const isSession = (text: string) => text.startsWith(`${authCookies.sessionToken.name}=`)
      const cookies = reply.headers.getSetCookie()
      const session = cookies.find((text) => isSession(text) && !/;\s*max-age=0/i.test(text))
      // The library's cookie holds token and signature; ours is signed by our own keys.
      const value = decodeURIComponent(session?.split(';')[0]?.split('=').slice(1).join('=') ?? '')
      return { location, token: value.split('.')[0] || null, cookies: cookies.filter((text) => !isSession(text)) }
    },
  }
}
