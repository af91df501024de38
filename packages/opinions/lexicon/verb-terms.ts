/** Verbs that name an aspect, by what they need around them. Written for this project. */

const byWord = (groups: Record<string, string>): ReadonlyMap<string, string> =>
  new Map(Object.entries(groups).flatMap(([aspect, words]) => words.split(' ').map((word) => [word, aspect])))

/** What is easy or hard to do, and is named by its verb alone: "easy to use". A phrasal verb takes its particle along ("set up"). */
export const taskVerbs = byWord({
  'ease of use': 'use navigate',
  portability: 'carry',
  setup: 'install set',
  speed: 'boot load',
})

/** The same for verbs that imply their aspect more than they name it: "a pain to clean". */
export const impliedTaskVerbs = byWord({
  'ease of use':
    'operate handle program configure learn understand control adjust type read grip manage switch manoeuvre maneuver steer follow figure work',
  portability: 'transport tote pack store lug move',
  setup: 'assemble hook put build',
  cleaning: 'clean wash maintain empty rinse wipe',
  connection: 'connect pair sync',
  charging: 'charge recharge',
  location: 'find reach',
  reservations: 'book cancel',
})

/** What it is that makes a task easy or hard. */
export const taskJudgements = new Set(
  'easy easier easiest easily simple simpler simplest hard harder hardest difficult tricky awkward impossible quick quicker comfortable uncomfortable intuitive confusing fiddly cumbersome pain breeze snap cinch nightmare chore hassle joy pleasure straightforward effortless fun tough complicated annoying tedious nice great cumbersome light heavy'.split(
    ' ',
  ),
)

/** What a thing does well or badly: "runs smoothly", "boots up slowly"; the judgement follows within three words. */
export const workVerbs = byWord({
  performance:
    'runs run ran running works work performs performed perform operates functions function handles responds',
  speed: 'boots boot booted starts loads load',
  charging: 'charges recharges discharges',
  connection: 'connects syncs pairs',
})

/** What a thing is: "reasonably priced", "well built"; the judgement stands before it. */
export const stateVerbs = byWord({
  price: 'priced',
  'build quality': 'built constructed',
})
