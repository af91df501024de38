/** Irregular forms of verbs that stand in cues: base, then all others. */
const irregular = `be is are was were been being am 's 're
begin begins began begun beginning
break breaks broke broken breaking
bring brings brought bringing
burn burns burned burnt burning
buy buys bought buying
catch catches caught catching
clog clogs clogged clogging
come comes came coming
creep creeps crept creeping
cut cuts cutting
die dies died dying
dig digs dug digging
do does did done doing
draw draws drew drawn drawing
drip drips dripped dripping
eat eats ate eaten eating
fall falls fell fallen falling
feel feels felt feeling
find finds found finding
fit fits fitted fitting
fly flies flew flown flying
forget forgets forgot forgotten forgetting
freeze freezes froze frozen freezing
get gets got gotten getting
give gives gave given giving
go goes went gone going
grind grinds ground grinding
have has had having 've
hear hears heard hearing
hold holds held holding
hurt hurts hurting
keep keeps kept keeping
know knows knew known knowing
leave leaves left leaving
let lets letting
lie lies lay lain lying
lose loses lost losing
make makes made making
melt melts melted melting
pay pays paid paying
pick picks picked picking
put puts putting
read reads reading
ride rides rode ridden riding
ring rings rang rung ringing
rise rises rose risen rising
run runs ran running
see sees saw seen seeing
send sends sent sending
shake shakes shook shaken shaking
shoot shoots shot shooting
show shows showed shown showing
shrink shrinks shrank shrunk shrinking
shut shuts shutting
sink sinks sank sunk sinking
sit sits sat sitting
sleep sleeps slept sleeping
slide slides slid sliding
speak speaks spoke spoken speaking
spin spins spun spinning
spit spits spat spitting
spread spreads spreading
sting stings stung stinging
stink stinks stank stunk stinking
stand stands stood standing
stick sticks stuck sticking
swear swears swore sworn swearing
take takes took taken taking
tear tears tore torn tearing
tell tells told telling
think thinks thought thinking
throw throws threw thrown throwing
wake wakes woke woken waking
wear wears wore worn wearing
win wins won winning
wind winds wound winding
write writes wrote written writing
quit quits quitting`

const known = new Map(
  irregular.split('\n').map((line): [string, string[]] => [line.slice(0, line.indexOf(' ')), line.split(' ')]),
)

/** All forms of an English verb, its base first: by list, else by rule ("slip": slips, slipped, slipping). */
export function verbForms(base: string): string[] {
  const listed = known.get(base)
  if (listed) return listed
  const third = /(?:s|x|z|ch|sh)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`
  if (base.endsWith('e')) return [base, third, `${base}d`, `${base.slice(0, -1)}ing`]
  if (/[^aeiou]y$/.test(base)) return [base, third, `${base.slice(0, -1)}ied`, `${base}ing`]
  const doubled = /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(base) ? base + base.slice(-1) : base
  return [base, third, `${doubled}ed`, `${doubled}ing`]
}
