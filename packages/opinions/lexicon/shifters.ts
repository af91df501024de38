const set = (words: string) => new Set(words.trim().split(/\s+/))

/** Words that turn what follows into its opposite. */
export const negators = set(
  `not n't nt no never none nobody nothing neither nor without hardly barely scarcely rarely seldom cannot cant wont dont doesnt didnt isnt wasnt wouldnt couldnt shouldnt arent werent havent hasnt hadnt aint zero minus devoid lacks lacked lacking lack fails failed fail unable n’t`,
)

/** Negations that deny whatever is said of them: "Neither the food nor the service was worth it". They reach so many words far, past `negators`' own reach. */
export const subjectNegators = set('neither nor none nobody nothing')
export const SUBJECT_REACH = 11

/** Words that add force, by the factor. */
export const intensifiers: ReadonlyMap<string, number> = new Map(
  Object.entries({
    very: 1.3,
    really: 1.25,
    extremely: 1.5,
    so: 1.2,
    super: 1.4,
    incredibly: 1.5,
    absolutely: 1.5,
    totally: 1.35,
    completely: 1.4,
    highly: 1.35,
    quite: 1.1,
    pretty: 1.05,
    particularly: 1.2,
    especially: 1.2,
    exceptionally: 1.5,
    remarkably: 1.3,
    truly: 1.3,
    insanely: 1.4,
    ridiculously: 1.3,
    way: 1.2,
    much: 1.2,
    most: 1.2,
    such: 1.1,
    utterly: 1.5,
    amazingly: 1.3,
    surprisingly: 1.2,
    unbelievably: 1.4,
    terribly: 1.3,
    awfully: 1.3,
    extra: 1.2,
    always: 1.15,
    far: 1.2,
    damn: 1.3,
    // Weakeners.
    somewhat: 0.65,
    slightly: 0.6,
    bit: 0.65,
    little: 0.65,
    fairly: 0.9,
    rather: 0.9,
    kinda: 0.7,
    mostly: 0.85,
    relatively: 0.8,
    moderately: 0.7,
    sometimes: 0.7,
    occasionally: 0.6,
    reasonably: 0.8,
    partly: 0.6,
    almost: 0.7,
    occasional: 0.6,
    minor: 0.5,
    mildly: 0.6,
  }),
)

/** Words after which what was said before is outweighed. */
export const contrasts = set(
  'but however yet although though except whereas nevertheless nonetheless unfortunately sadly despite while only otherwise',
)
