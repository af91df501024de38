/** Languages that sources name in words: those of most reviews. */
const codes =
  'en de fr es it pt nl sv da nb no fi pl cs sk hu ro bg el tr ru uk sr hr ar he fa ur hi bn ta te th vi id ms ja ko zh'.split(
    ' ',
  )

const englishNames = new Intl.DisplayNames(['en'], { type: 'language' })
const byName = new Map(
  codes.flatMap((code) => {
    const own = new Intl.DisplayNames([code], { type: 'language' }).of(code)
    return [englishNames.of(code), own].map((name) => [name?.toLowerCase() ?? '', code] as const)
  }),
)

/** A language as ISO 639 has it, from a tag ("en-US", "pt_BR", "eng") or a name ("German", "Deutsch"); undefined for what is neither. */
export function parseLanguage(text: string | undefined): string | undefined {
  const said = text?.trim().toLowerCase() ?? ''
  const named = byName.get(said)
  if (named !== undefined || !/^[a-z]{2,3}(?:[-_]\w+)*$/.test(said)) return named
  try {
    return new Intl.Locale(said.replaceAll('_', '-')).language
  } catch {
    return undefined
  }
}
