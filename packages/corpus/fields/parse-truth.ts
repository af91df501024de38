/** Reads yes and no as exports write them; undefined for anything else. */
export function parseTruth(text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined
  if (/^(?:true|t|yes|y|1|1\.0|verified.*)$/i.test(text.trim())) return true
  return /^(?:false|f|no|n|0|0\.0|not verified|unverified)$/i.test(text.trim()) ? false : undefined
}
