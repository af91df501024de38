import { brands } from './lexicon/brands.ts'
import { impliedAspects } from './lexicon/implied-aspects.ts'
import { domains, specialities, synonyms } from './lexicon/synonyms.ts'
import { itemNouns, vacuousNouns } from './lexicon/vacuous-nouns.ts'
import learned from './product-terms.json' with { type: 'json' }
import { singular, singularTerm } from './singular.ts'

/** How one category names its aspects. */
export interface AspectNames {
  /** The aspect that a listed term names, or undefined. The term in lower case, words separated by single spaces. */
  known(term: string): string | undefined
  /** The normal form of any term: its listed aspect, that of its head noun, or the term itself in the singular. Null for terms that name nothing. */
  normalise(words: readonly string[]): string | null
  /** The aspect that an opinion word speaks of by itself ("heavy": weight), or undefined. */
  implied(word: string): string | undefined
  /** Whether a noun stands for the item itself. */
  isItem(noun: string): boolean
  /** Whether only what is said of all sorts of products tells that a term names an aspect: see product-terms.json. */
  isCommon(term: string): boolean
  /** Whether a noun names nothing that an opinion could be about: "thing", "week". */
  isVacuous(noun: string): boolean
  /** Names that the category's reviews speak of, in the singular; null where no reviews were read for it. */
  usual: ReadonlySet<string> | null
  /** Whether the category is a place that one visits: "easy to find" is about where it is. */
  place: boolean
  /** Whether things of the category run or work by themselves, and are not driven: "works well" is about how they perform. */
  machine: boolean
  /** Whether the lists of this package were written for such a category. */
  covered: boolean
  /** All words that listed terms are made of. */
  words: ReadonlySet<string>
  /** Most words that a listed term has. */
  longest: number
  /** First words of listed terms of more than one word: only there a longer match is tried. */
  openers: ReadonlySet<string>
}

/** What a category's own reviews teach: see `learnAspects`. Plain data, which survives JSON. */
export interface AspectModel {
  /** Term in lower case → aspect. They win over the lists. */
  terms: Record<string, string>
  /** Names common to many products that name no aspect here. */
  silent?: string[]
  /** Names in use, in the singular. Where given, judgements on another single word, or on another name that no list knows, are none on an aspect. */
  usual?: string[]
}

/** Heads that say nothing without what stands before them: "boot time" is not "time", "sound system" not "system". */
const lightHeads = new Set(
  'quality time size system power level rate setting settings option options feature features area function functions mode performance design experience'.split(
    ' ',
  ),
)

const memory = new Map<string, AspectNames>()

/** The names of a category's aspects; made once for each category. */
export function aspectNames(category: string, model?: AspectModel, { learned = true } = {}): AspectNames {
  if (model) return build(category, model, learned)
  let names = memory.get(category)
  if (!names) {
    names = build(category)
    if (memory.size < 1000) memory.set(category, names)
  }
  return names
}

/** All that depends on the kind of category and not on its name. */
interface Vocabulary {
  terms: Map<string, string>
  common: Set<string>
  implied: Map<string, string>
  words: Set<string>
  longest: number
  openers: Set<string>
}

const vocabularies = new Map<string, Vocabulary>()

/** The vocabulary of a kind of category; made once for each, unless a model adds to it. */
function vocabularyOf(
  domain: string,
  special: readonly string[],
  model: AspectModel | undefined,
  withLearned: boolean,
): Vocabulary {
  const key = model || !withLearned ? null : [domain, ...special].join(' ')
  const known = key === null ? undefined : vocabularies.get(key)
  if (known) return known
  const terms = new Map<string, string>(Object.entries(model?.terms ?? {}))
  for (const group of [...special, domain, 'all']) addTerms(terms, synonyms[group])
  const common = new Set<string>()
  const silent = new Set(model?.silent)
  if (withLearned && isProduct(domain))
    for (const term of learned.terms)
      if (!terms.has(term) && !silent.has(term)) {
        terms.set(term, term)
        common.add(term)
      }
  const implied = new Map<string, string>()
  const own: Record<string, string> = Object.assign(
    {},
    impliedAspects[domain],
    ...special.map((name) => impliedAspects[name]),
  )
  const general = impliedAspects.all as Record<string, string>
  for (const [aspect, words] of Object.entries(own))
    for (const word of words.split(' ').filter(Boolean)) implied.set(word, aspect)
  for (const [aspect, words] of Object.entries(general)) {
    if (own[aspect] === '') continue
    for (const word of words.split(' ')) if (!implied.has(word)) implied.set(word, aspect)
  }
  let longest = 1
  const openers = new Set<string>()
  for (const term of terms.keys()) {
    const words = term.split(' ')
    longest = Math.max(longest, words.length)
    if (words.length > 1) openers.add(words[0] as string)
  }
  const words = new Set([...terms.keys()].flatMap((term) => term.split(' ')))
  const vocabulary = { terms, common, implied, words, longest, openers }
  if (key !== null) vocabularies.set(key, vocabulary)
  return vocabulary
}

function build(category: string, model?: AspectModel, withLearned = true): AspectNames {
  const match = domains.find(([, pattern]) => pattern.test(category))
  const domain = match?.[0] ?? 'electronics'
  const special = specialities.filter(([, pattern]) => pattern.test(category)).map(([name]) => name)
  const { terms, common, implied, words, longest, openers } = vocabularyOf(domain, special, model, withLearned)
  const items = new Set([
    ...itemNouns,
    ...category
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .map(singular),
  ])
  for (const item of items) if (terms.has(item) && !category.toLowerCase().includes(item)) items.delete(item)
  const known = (term: string) => terms.get(term) ?? terms.get(singularTerm(term))
  // What is common to all sorts of products is a name of its own, and no name for what is more special: a "drawbridge mechanism" is no "mechanism".
  const isCommon = (term: string) => common.has(term) || (!terms.has(term) && common.has(singularTerm(term)))
  const listed = (term: string) => (isCommon(term) ? undefined : known(term))
  return {
    known: (term) => (items.has(singular(term)) ? undefined : known(term)),
    implied: (word) =>
      implied.get(word) ??
      (compared.test(word)
        ? bases(word)
            .map((base) => implied.get(base))
            .find(Boolean)
        : undefined),
    isItem: (noun) => items.has(singular(noun)),
    isCommon,
    isVacuous: (noun) => brands.has(noun) || vacuousNouns.has(noun) || vacuousNouns.has(singular(noun)),
    usual: model?.usual ? new Set(model.usual) : null,
    place: domain === 'places',
    machine: match === undefined || isProduct(domain),
    covered: match !== undefined,
    words,
    longest,
    openers,
    normalise(words) {
      const plain = words.map((word) => word.toLowerCase()).filter((word) => !/^[^\p{L}]+$/u.test(word))
      const exact = plain.length > 1 && plain.length <= 3 ? known(plain.join(' ')) : undefined
      if (exact) return exact
      // "laptop screen": the item's own name in front adds nothing.
      while (plain.length > 1 && (items.has(singular(plain[0] as string)) || vacuousNouns.has(plain[0] as string)))
        plain.shift()
      if (plain.length === 0 || plain.length > 3) return null
      const whole = known(plain.join(' '))
      const head = singular(plain[plain.length - 1] as string)
      if (plain.length === 1 && (items.has(head) || brands.has(head))) return null
      // A listed name overrules the list of empty nouns: "case" is an aspect of earbuds, though "in any case" is elsewhere.
      if (whole) return whole
      if (plain.length === 1 && (vacuousNouns.has(head) || vacuousNouns.has(plain[0] as string))) return null
      if (plain.length > 1) {
        const two = listed(plain.slice(-2).join(' '))
        if (two) return two
        if (items.has(head) || vacuousNouns.has(head)) return null
        const last = listed(head) ?? listed(plain[plain.length - 1] as string)
        const one = (lightHeads.has(head) ? listed(plain.slice(0, -1).join(' ')) : undefined) ?? last
        if (one) return one
      }
      const term = [...plain.slice(0, -1), head].join(' ')
      return /^[\p{L}][\p{L}\p{N}' -]{2,29}$/u.test(term) ? term : null
    },
  }
}

/** Things that one buys and uses: what is said of one kind of them names parts of the others too. */
const isProduct = (domain: string) => domain === 'electronics' || domain === 'appliances'

const compared = /(?:er|est)$/
/** "quietest" → "quiet", "noisier" → "noisy", "largest" → "large". */
const bases = (word: string): string[] => {
  const stem = word.replace(/(?:er|est)$/, '')
  return [stem, `${stem}e`, stem.replace(/i$/, 'y')]
}

function addTerms(terms: Map<string, string>, group: Record<string, string> | undefined): void {
  for (const [aspect, list] of Object.entries(group ?? {})) {
    for (const term of list.split(/,\s*/)) if (term && !terms.has(term)) terms.set(term, aspect)
  }
}
