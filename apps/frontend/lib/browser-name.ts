/** The first that fits is meant: most browsers call themselves by the names of others as well. */
const browsers: [name: string, sign: RegExp][] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\b(?:OPR|Opera)\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Headless)?(?:Chrome|CriOS|Chromium)\//],
  ['Safari', /\bSafari\//],
]

const systems: [name: string, sign: RegExp][] = [
  ['an iPhone', /\biPhone\b/],
  ['an iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['a Mac', /\bMac(?:intosh| OS X)\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
]

/** A browser as a person knows it, from what it says of itself: "Firefox on Windows"; what is no browser by its own name. */
export function browserName(userAgent: string | null | undefined): string {
  if (!userAgent) return 'A browser that does not say which'
  const nameIn = (names: typeof browsers) => names.find(([, sign]) => sign.test(userAgent))?.[0]
  const browser = nameIn(browsers)
  const system = nameIn(systems)
  if (!browser) return userAgent.split('/')[0]?.trim() || userAgent
  return system ? `${browser} on ${system}` : browser
}
