const words = new Set(
  (
    'good great excellent love loved best perfect nice easy happy amazing awesome fast comfortable works recommend ' +
    'bad poor terrible hate worst awful slow broken disappointed useless cheap difficult returned problem problems noisy'
  ).split(' '),
)

/** The words of a text that are praise or fault by a short list: what a first evening would bring. No aspects, no negation, no spans. */
export function countLexiconWords(text: string): number {
  let count = 0
  for (const word of text.toLowerCase().split(/[^a-z']+/)) if (words.has(word)) count += 1
  return count
}
