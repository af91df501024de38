/** Words that point outside the quote, so that it says little when read alone. */
const pointing =
  /^(?:it|its|it's|this|that|these|those|they|them|he|she|which|who|and|or|so|also|then|plus|because|though|although|however|another|same|otherwise)\b/i
const specific = /\d|\b(?:after|since|because|hours?|days?|weeks?|months?|years?|minutes?|than|when|while)\b/i

/**
 * How well a quote stands alone, 0 to 1: six to forty words, names what it speaks of, says something particular, does not shout and is no question.
 * Used to choose among quotes that say the same; never to decide what is true.
 */
export function quoteQuality(text: string): number {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
  if (words.length === 0) return 0
  let quality = 0.75
  if (words.length < 6) quality -= 0.1 * (6 - words.length)
  if (words.length > 40) quality -= Math.min(0.4, 0.015 * (words.length - 40))
  if (pointing.test(text.trim())) quality -= 0.15
  if (specific.test(text)) quality += 0.1
  if (/^["“]?[\p{Lu}\p{N}]/u.test(text.trim())) quality += 0.05
  if (/[.!…]["”)]?$/u.test(text.trim())) quality += 0.05
  if (text.includes('?')) quality -= 0.2
  if (/!!+|\?!|(.)\1{3,}/.test(text)) quality -= 0.1
  const shouted = words.filter((word) => word.length > 2 && word === word.toUpperCase() && /\p{L}/u.test(word)).length
  if (shouted / words.length > 0.3) quality -= 0.25
  if (/https?:|www\.|@\w/.test(text)) quality -= 0.3
  return Math.min(1, Math.max(0, quality))
}
