import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Route {
  page: string
  regex: string
}

/** Tells the pattern of an address, `/chat/[chatId]` say: a log never has the address itself, in which ids stand. */
export type RouteOf = (url: string) => string

/** The patterns of a built page, as the build wrote them down in `.next`. */
export function readRoutes(dir: string): RouteOf {
  const text = readFileSync(join(dir, '.next/routes-manifest.json'), 'utf8')
  const { staticRoutes, dynamicRoutes } = JSON.parse(text) as Record<'staticRoutes' | 'dynamicRoutes', Route[]>
  return createRouteOf([...staticRoutes, ...dynamicRoutes])
}

/** Patterns by the routes in the order in which Next tries them. What the build itself made is `/_next`, and what no route has is `unknown`. */
export function createRouteOf(routes: Route[]): RouteOf {
  const tried = routes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }))
  return (url) => {
    const [path = ''] = url.split('?')
    if (path.startsWith('/_next/')) return '/_next'
    return tried.find(({ regex }) => regex.test(path))?.page ?? 'unknown'
  }
}
