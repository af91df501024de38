import type { Polarity } from '@reviewguide/contracts'
import { analyseText, type Sentence } from './analyse-text.ts'
import { type AspectModel, type AspectNames, aspectNames } from './aspect-names.ts'
import { type CategoryCues, categoryCues } from './category-cues.ts'
import { type FoundCue, findCues } from './find-cues.ts'
import { findTerms } from './find-terms.ts'
import { findUses } from './find-uses.ts'
import { impliedTerms } from './implied-terms.ts'
import { isDefinite } from './is-definite.ts'
import { type ItemNames, type OtherItems, otherItems } from './other-items.ts'
import { type Judgement, judgeTarget } from './polarity.ts'
import { quoteSpan } from './quote-span.ts'
import { singularTerm } from './singular.ts'
import { type Term, wordsOf } from './term.ts'
import type { Token } from './tokens.ts'

/** One judgement on one aspect. `text.slice(start, end)` is `term`; the quote is the sentence or clause around it. UTF-16 units. */
export interface Opinion {
  aspect: string
  term: string
  polarity: Polarity
  start: number
  end: number
  quoteStart: number
  quoteEnd: number
  /** True where no word names the aspect: `term` is the word or phrase that speaks of it ("heavy", "never fell out"), or names a use. */
  implicit?: boolean
  /** True where the aspect is a use: "running", "families". Implicit too, unless the lists name the use as an aspect of its own ("gaming"). */
  use?: boolean
  /** Only where no list and no model knows the aspect: whether it is spoken of as a part of the thing ("the hinge"), which props and places are not. */
  definite?: boolean
}

export interface OpinionFinder {
  /**
   * The opinions of a text in the order of their terms. The category decides how aspects are named. With the names of the item and of others, praise and complaint of the others
   * are left out. Pure: the same text gives the same opinions. A text is read for its first million characters.
   */
  find(text: string, category: string, names?: ItemNames): Opinion[]
}

export interface OpinionFinderOptions {
  /** By category, terms learned from that category's own reviews: see `learnAspects`. */
  aspectModels?: Record<string, AspectModel>
  /**
   * Whether nouns that no list and no model knows may be aspects, where an opinion is tied to them. Left out, they may in categories that the lists of this package do not
   * cover, as there is nothing else to go by.
   */
  openVocabulary?: boolean
  /** Whether terms are named (as neutral) that stand in a sentence without any word of judgement: "I plug it into the dock". Left out, they are not. */
  mentions?: boolean
}

/** UTF-16 units. Ten times what an import takes for a review: the time that one text takes stays bounded. */
const LONGEST = 1_000_000

/**
 * Makes a finder of opinions. Models are read once, here, in a few milliseconds each; they are plain data and may come from JSON or another thread. Make one finder and keep it: what
 * categories without a model need is made on first use and shared by all finders.
 */
export function createOpinionFinder({
  aspectModels = {},
  openVocabulary,
  mentions = false,
}: OpinionFinderOptions = {}): OpinionFinder {
  const modelled = new Map(
    Object.entries(aspectModels).map(([category, model]) => [category, aspectNames(category, model)]),
  )
  return {
    find(text, category, itemNames) {
      const names = modelled.get(category) ?? aspectNames(category)
      const reading: Reading = {
        text,
        names,
        cues: categoryCues(category),
        open: openVocabulary ?? !(names.covered || modelled.has(category)),
        mentions,
        others: otherItems(itemNames),
      }
      return analyseText(text.slice(0, LONGEST)).flatMap((sentence) => opinionsOf(reading, sentence))
    },
  }
}

interface Reading {
  text: string
  names: AspectNames
  cues: CategoryCues
  open: boolean
  mentions: boolean
  others: OtherItems
}

/** What was found before it has a place in the text. */
interface Finding {
  aspect: string
  first: number
  last: number
  polarity: Polarity
  word: number
  linked: boolean
  implicit?: boolean
  use?: boolean
  definite?: boolean
}

function opinionsOf({ text, names, cues, open, mentions, others }: Reading, sentence: Sentence): Opinion[] {
  const elsewhere = others.mark(sentence)
  const phrases = findCues(sentence, cues.aspects).filter(({ side }) => side !== 0)
  const speaks = sentence.valence.some((value) => value !== 0)
  const terms = mentions || speaks || phrases.length > 0 ? findTerms(sentence, names) : []
  const usual = mentions || !names.usual ? terms : usualOf(sentence, terms, names.usual)
  const found = explicitFindings(sentence, usual, { open, mentions })
  for (const term of speaks ? impliedTerms(sentence, names, terms) : []) {
    const judgement = judgeTarget(sentence, term.first, term.last)
    if (
      judgement.polarity === 'neutral' ||
      found.some(({ aspect }) => aspect === term.aspect) ||
      phrases.some((cue) => cue.first <= term.first && term.last <= cue.last)
    )
      continue
    found.push({
      ...term,
      polarity: judgement.polarity,
      word: judgement.word,
      linked: judgement.linked,
      implicit: true,
    })
  }
  addPhrases(sentence, found, phrases)
  const own = found.filter(({ first, word }) => !elsewhere[first] && !(word >= 0 && elsewhere[word]))
  for (const { use, ...finding } of findUses(sentence, cues.uses, own)) {
    if (elsewhere[finding.first]) continue
    const named = own.find(({ aspect }) => aspect === use)
    if (named) {
      Object.assign(named, { use: true, ...(named.polarity === 'neutral' && { polarity: finding.polarity }) })
      continue
    }
    own.push({ ...finding, aspect: use, linked: false, implicit: true, use: true })
  }
  return own.sort((a, b) => a.first - b.first || a.last - b.last).map((finding) => opinion(text, sentence, finding))
}

function explicitFindings(
  sentence: Sentence,
  terms: Term[],
  { open, mentions }: { open: boolean; mentions: boolean },
): Finding[] {
  const found: Finding[] = []
  for (const term of terms) {
    const yardstick = isYardstick(sentence, term)
    if ((!term.listed && !open) || (yardstick && !mentions)) continue
    const judgement = soundJudgement(sentence, term)
    const { word, linked } = judgement
    const polarity = yardstick || (term.common && !isTied(term, judgement)) ? 'neutral' : judgement.polarity
    if (term.common && polarity === 'neutral' && !mentions) continue
    // A noun phrase that no list knows is an aspect only where the sentence ties an opinion to it.
    if (!term.listed && (polarity === 'neutral' || !isTied(term, { word, linked }))) continue
    if (term.implicit && polarity === 'neutral') continue
    const { first, last, aspect, implicit } = term
    const definite = term.listed ? undefined : isDefinite(sentence, term)
    found.push({ first, last, aspect, polarity, word, linked, definite, ...(implicit && { implicit }) })
  }
  return found
}

/**
 * Adds what phrases say. Where the sentence also names the aspect, the phrase decides a judgement that the words around the name left open or only hinted at, and is no opinion
 * of its own.
 */
function addPhrases({ clause }: Sentence, found: Finding[], phrases: FoundCue[]): void {
  for (const { aspect, side, first, last } of phrases) {
    const polarity = side > 0 ? 'positive' : 'negative'
    const named = found.find(
      (finding) =>
        finding.aspect === aspect && Math.abs((clause[finding.first] as number) - (clause[first] as number)) < 2,
    )
    if (!named) found.push({ aspect, first, last, polarity, word: last, linked: true, implicit: true })
    else if (
      named.polarity !== polarity &&
      !named.implicit &&
      (named.polarity === 'neutral' || !named.linked || (first <= named.last && named.first <= last))
    ) {
      Object.assign(named, { polarity, word: last, linked: true })
    } else if (named.polarity !== polarity)
      found.push({ aspect, first, last, polarity, word: last, linked: true, implicit: true })
  }
}

/** "better than the screen of my old one": what stands after "than" belongs to something else, and is no opinion on this item. */
const isYardstick = ({ tokens }: Sentence, { first }: Term) =>
  tokens.slice(Math.max(0, first - 6), first).some(({ lower }) => lower === 'than')

/** Aspects that a list knows by this very name ("weight") and listed names of several words ("shutter lag") are aspects however few speak of them; other names that hardly anybody uses are props. */
const usualOf = ({ tokens }: Sentence, terms: Term[], usual: ReadonlySet<string>) =>
  terms.filter((term) => {
    const words = wordsOf(tokens, term)
    const isSure = term.listed && (term.last > term.first || (!term.common && term.aspect === words))
    return isSure || usual.has(singularTerm(words))
  })

/** Tied by another word than itself: "no crackle" is no opinion on crackle. */
const isTied = ({ first, last }: Term, { linked, word }: Pick<Judgement, 'linked' | 'word'>) =>
  linked && (word < first || word > last)

/** "comfort" and "value" praise nothing by being named; "outages" do complain. */
function withoutPraiseInName(sentence: Sentence, first: number, last: number): Sentence {
  if (!sentence.valence.some((value, i) => value > 0 && i >= first && i <= last)) return sentence
  return {
    ...sentence,
    valence: sentence.valence.map((value, i) => (i >= first && i <= last ? Math.min(0, value) : value)),
  }
}

/** What stands as a quote must be sure: a faint side counts as none, and fainter still where the sentence ties the opinion to the term. */
function soundJudgement(sentence: Sentence, { first, last, verb }: Term): Judgement {
  const judgement = judgeTarget(verb ? sentence : withoutPraiseInName(sentence, first, last), first, last)
  const faint = Math.abs(judgement.praise - judgement.complaint) < (judgement.linked ? FAINT_TIED : FAINT)
  return faint && judgement.polarity !== 'mixed' ? { ...judgement, polarity: 'neutral' } : judgement
}

/** About a third of a plain opinion word (1.3), and half of one that is not tied to the term. Lower, and words of learned, slight leaning put praise where there is none. */
const FAINT_TIED = 0.3
const FAINT = 0.45

function opinion(
  text: string,
  sentence: Sentence,
  { first, last, aspect, polarity, word, implicit, use, definite }: Finding,
): Opinion {
  const start = (sentence.tokens[first] as Token).start
  const end = (sentence.tokens[last] as Token).end
  const quote = quoteSpan(text, sentence, first, last, word)
  return {
    aspect,
    term: text.slice(start, end),
    polarity,
    start,
    end,
    quoteStart: quote.start,
    quoteEnd: quote.end,
    ...(implicit && { implicit }),
    ...(use && { use }),
    ...(definite !== undefined && { definite }),
  }
}
