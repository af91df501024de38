const irregular = new Map(
  Object.entries({
    people: 'person',
    men: 'man',
    women: 'woman',
    children: 'child',
    feet: 'foot',
    teeth: 'tooth',
    knives: 'knife',
    leaves: 'leaf',
    shelves: 'shelf',
    loaves: 'loaf',
    lives: 'life',
    mice: 'mouse',
    batteries: 'battery',
  }),
)
const same =
  /(?:ss|us|is|ous|news|series|species|lens|gas|bus|plus|bass|canvas|always|jeans|pants|headphones|earphones|earbuds|glasses|sunglasses|graphics|aesthetics|acoustics|physics|electronics|windows|leggings|shorts|trousers|stairs|goods)$/

const memory = new Map<string, string>()

/** The singular of an English noun in lower case, by rule; words that only have one form stay. */
export function singular(noun: string): string {
  if (!noun.endsWith('s')) return irregular.get(noun) ?? noun
  let known = memory.get(noun)
  if (known === undefined) {
    known = irregular.get(noun) ?? byRule(noun)
    // Bounded: nouns come from files.
    if (memory.size < 20_000) memory.set(noun, known)
  }
  return known
}

function byRule(noun: string): string {
  if (noun.length < 4 || same.test(noun)) return noun
  if (noun.endsWith('ies')) return noun.length > 4 ? `${noun.slice(0, -3)}y` : noun.slice(0, -1)
  if (/(?:sses|xes|zzes|ches|shes)$/.test(noun)) return noun.slice(0, -2)
  return noun.slice(0, -1)
}

/** A term whose last word is in the singular. */
export function singularTerm(term: string): string {
  const space = term.lastIndexOf(' ')
  return term.slice(0, space + 1) + singular(term.slice(space + 1))
}
