/**
 * Opinion words by strength, written for this project. Base forms only: inflections are found by `valence-of.ts`. Words whose side depends on what they
 * are said of ("long", "hot", "cheap") stand in `context-words.ts`.
 */
export const strongPositive = `
amaze amazing awesome beautiful best brilliant delicious delightful excellent exceptional exceptionally exquisite extraordinary fabulous fantastic fantastically
flawless flawlessly glorious gorgeous heavenly immaculate impeccable impeccably incredible incredibly love lovely magnificent marvelous marvellous masterpiece mouthwatering
outstanding perfect perfection perfectly phenomenal spectacular spotless stellar stunning stunningly sublime superb superbly superior terrific unbeatable unbelievable unmatched
unrivalled unparalleled wonderful wonderfully wow yummy yum top-notch topnotch first-rate first-class world-class must-have mind-blowing breathtaking divine scrumptious bliss
blissful godsend gem lifesaver life-saver game-changer adore splendid fab amazingly beautifully wonderfull excellant awsome
`

export const positive = `
accommodating accurate accurately adaptable adept adequate admire adorable advantage affordable agile agreeable airy ample appeal appealing appetizing appreciate appreciative approachable
attentive attractive attractively authentic balanced bargain beneficial benefit bless bonus breeze bright brilliantly calm capable careful carefully charm charming cheerful classy clean cleanly
clear clearer clearest clearly clever comfort comfortable comfortably comfy commend compact compliment complimentary convenience convenient conveniently cool courteous cosy cozy crisp
crispy crystal-clear cute dazzling decent dependable deserve desirable detailed durable durability easier easiest easily easy economical effective effectively efficient efficiently effortless effortlessly
elegant elegantly enjoy enjoyable enjoyment entertain entertaining enthusiastic ergonomic exceed excited exciting expert expertly fair fairly-priced favorite favourite fascinating fashionable fast faster fastest fine finest
flattering flavorful flavourful flavorsome flexible flexibility fluffy fluid foolproof fresh freshly friendliest friendliness friendly fun functional generous generously gentle genuine genuinely glad glamorous good
goodness gracious grateful great greatest greatly handy happily happy happier happiest hassle-free healthy hearty helped helpful helpfulness high-quality highlight honest hospitable hospitality ideal ideally
immersive impress impressive impressed improve improved improvement inexpensive informative ingenious innovative inspiring instant instantly integrity intuitive intuitively inviting joy juicy keen kind kindly kindness knowledgeable lag-free
legit light-weight lightweight like liked likeable likable luscious luxurious luxury magic magical memorable modern neat neatly nice nicely nicer nicest nimble noiseless on-time organized organised outperform
painless pamper passionate patient peaceful peppy personable picturesque please pleasant pleasantly pleased pleasure pleasurable plentiful plenty plush polished polite portable posh powerful precise precisely premium pretty prettiest
pro productive professional professionally professionalism promptly prompt proper properly proud punctual quality quick quicker quickest quickly quiet quieter quietest quietly quirky rapid rapidly rave reasonable reasonably recommend recommended recommendable refined refreshing
refreshed relax relaxed relaxing reliable reliability reliably relief remarkable remarkably resilient respectful responsive responsiveness reward rich right rightly robust romantic roomy rugged safe safely satisfaction satisfactory satisfied satisfy satisfying savory
savoury scenic seamless seamlessly secure securely sensational sensitive sexy shiny silent silently silky simple simplicity sleek slick smart smooth smoother smoothly snappy snug soft softer solid solidly sophisticated spacious sparkling speedy stable
standout steady stress-free straightforward strong stronger sturdy stylish substantial succeed success successful successfully suit suitable super supple supportive sweet swift swiftly tasteful tasty tastiest tender thankful
thanks thorough thoroughly thoughtful thrilled tidy timeless timely top tough trendy trouble-free trust trusted trustworthy trusty unbreakable unobtrusive unique upscale useable usable useful user-friendly valuable value variety versatile versatility vibrant victory vivid
warm-hearted warmly welcome welcoming well well-built well-designed well-made well-lit well-priced well-stocked well-equipped well-cooked well-located well-maintained winner win won worth worthwhile worthy yay zippy plus
bang-for-the-buck feature-rich hit ace addictive ease eye-catching fancier fancy feature-packed foldable intelligent invaluable lifelike loyal lucky nostalgic obliging plushy
prized rocks rock scratch-resistant sharp sharper sharpest speed spot-on state-of-the-art steal sumptuous sunny tops treat upgraded upbeat upgrade waterproof workhorse attentively helpfully flavor-packed walkable
fuel-efficient gr8 goood gud luv lovin beauty aesthetic balance heaven wonder exact superfast lovable no-nonsense pleasing praise prefer 
`

export const weakPositive = `
acceptable alright okay ok passable serviceable tolerable enough interesting works work worked working functions handle handles popular hope willing available new-look
`

export const strongNegative = `
abysmal appalling appallingly atrocious awful awfully crap crappy despicable disaster disastrous disgrace disgraceful disgust disgusted disgusting dreadful filthy garbage hate hated hateful hell hellish hideous
horrendous horrible horribly horrid horrific horrify inedible infuriate infuriating intolerable junk lousy nasty nauseating nightmare pathetic putrid rancid revolting rip-off ripoff scam scammer scum shit shitty suck sucks sucked
terrible terribly trash unacceptable unbearable unusable useless vile vomit worst worthless wretched yuck yucky fraud fraudulent outrageous ridiculous ridiculously abomination atrocity deplorable bullshit fiasco ghastly gross grossly moldy mouldy roach cockroach
bedbug bedbugs inexcusable laughable unwatchable unreadable unlivable abuse abusive thief thieves cheat cheated cheating conned robbed robbery
`

export const negative = `
abrupt absurd ache aching agony alarming aloof amateur amateurish amiss anger angry annoy annoyance annoyed annoying annoyingly anxious apathetic apologise arrogant artifact ashamed
bad badly bait banging bland blare blister blockage blotchy blur blurred blurry bogus bored boring bother bothersome break breakage breaking broke broken brittle bruise buckle bug buggy bulky bump bumpy burden burn burned burnt bust busted
careless carelessly caution chaos chaotic chewy chip chipped choke choppy clash claustrophobic clog clogged clumsy clunk clunky clunkier clutter cluttered coarse collapse complain complaint complaints complicate complicated con condescending confuse confused confusing confusion congested contaminate corrode
corrupt corrupted costly cracked crack cracking cramp cramped crash crashed crashes crashing creak creaks creaky creepy cringe criticism crooked crowded crude cruel cumbersome
damage damaged damp danger dangerous dead deafening debris deceive deceived deceiving deceptive defect defective deficiency deficient degrade delay delayed delays dent dented depressing deteriorate die died dying difficult difficulties difficulty dim dingy dire dirt dirty disadvantage disagree
disappear disappoint disappointed disappointing disappointingly disappointment disappointments discolor discolored discomfort disconnect disconnects disconnecting disgruntled disheveled dishonest dislike disliked dismal dismiss dismissive disorganized disorganised displeased disrespect disrespectful dissatisfied dissatisfaction
distort distorted distortion distract distracting disturb disturbed disturbing ditch dodgy downfall downside downsides drab draft drafty drag drain drained drains drawback drawbacks dread dreary drips drop-out dropout dropouts dry dried-out dud dull dumb dusty dysfunctional
eccentric embarrass embarrassed embarrassing empty error errors erratic evasive excess excessive excessively excuse excuses exhausting expensive explode exploit 
fade faded fail failed failing fails failure failures fake fall-apart false falsely fatigue fault faults faulty fear feeble fell fiddly fishy flake flaky flaw flawed flaws flicker flickers flickering flimsy floppy fluke flustered foul fragile frail frayed fraying freeze freezes froze frozen freezing frighten frustrate frustrated frustrating frustratingly frustration fumble fuss fussy fuzzy
garish ghosting gimmick gimmicky glare glaring glitch glitched glitches glitchy gloomy gouge greasy greasier grimy grind grinding gripe gripes gritty grouchy grumpy gummy
hard-to-use harsh harshly hassle hassles haggle headache headaches heartbreaking hesitant hiccup hiccups hiss hissing hot-spot hum hurt hurts hurting hype hysterical
ignorant ignore ignored ill ill-fitting illegible imbalance impatient imperfect impersonal impolite impossible impractical improper inability inaccessible inaccurate inadequate incapable incompatible incompetence incompetent incomplete inconsiderate inconsistent inconsistently inconvenience inconvenienced inconvenient incorrect incorrectly
indifferent inefficient ineffective inferior inflexible infested inflated insecure insensitive insufficient insult insulting interference interrupt intermittent intermittently intrusive irritate irritated irritating irritation issue issues itchy itch
jam jammed jams jerky jittery joke judder kill killed lack lacked lacking lackluster lacklustre lacks lag lagging lags laggy late lazy loudly leak leaked leaking leaks leaky letdown let-down lie lied lies limitation limitations limited limp limiting lint loss lost lose loses losing lumpy
malfunction malfunctioned malfunctioning mediocre mess messed messy mildew miserable misery misleading misled mislead miss missed misses missing mistake mistakes mistreat mold mould monotonous muddled muddy muffled murky mushy musty
nag negative negatives neglect neglected nerve-wracking nervous noise noisy noisier nonsense nuisance numb obnoxious obscure obsolete odd odor odour offend offended offensive oily ordeal outdated overbearing overcharge overcharged overcharging overcook overcooked overcrowded overdone overhear overheat overheated overheating overheats overhyped overkill overload overloaded
overly overpowering overpriced oversalted oversight overstated overwhelm overwhelming pain painful painfully panic peel peeled peeling peels perish pest pesky petty pinch pinches pitiful pity pixelated plague plagued plasticky pointless poor poorer poorest poorly pretentious problem problematic problems prone pushy puzzling
quit quits racket rash rat rattle rattled rattles rattling rattly regret regretted regrets reject rejected reluctant reluctantly repetitive rigid rip ripped rips rough rougher rubbish rubbery rude rudely rudest rudeness ruin ruined ruins rundown run-down rushed rust rusted rusts rusty
sad sadly saggy scarce scare scared scary scratch scratched scratches scratchy scream screech screw-up screwed shabby shaky shallow shame shambles shatter shattered shoddy shock shocked shocking short-lived shortcoming shortcomings shortage shrank shrink shrinks shrunk sick skimpy skip skips sleazy slips sloppy slow slowed slower slowest slowly slowness slows sluggish smash smashed smell smells smelled smelly smelt smudge smudges snail snag snags snobby snotty soggy sore sorry sour
spotty squeak squeaks squeaking squeaky squeal squeals stain stained stains stale sticky stingy stink stinks stinky stole stolen strain strange stress stressed stressful struggle struggled struggles struggling stubborn stuck stuffy stupid stutter stutters stuttering substandard subpar suffer suffers suspect suspicious sweaty
tacky tangle tangled tangles tarnish tasteless tear tears tedious terrifying threaten throbbing timid tinny tired tiresome tiring torn torture troubled trouble troubles troublesome ugly unable unappetizing unattended unattentive unattractive unavailable unaware uncaring uncertain unclean unclear uncomfortable uncomfortably uncooked uncooperative undercooked underpowered underwhelmed underwhelming undesirable uneasy
uneven unexpected unfair unfinished unfit unfortunate unfortunately unfriendly unhappy unhealthy unhelpful unhygienic unimpressed unimpressive uninformative uninspired uninspiring uninviting unintuitive unnecessarily unnecessary unplayable unpleasant unpolished unpredictable unprepared unprofessional unprofessionally unreasonable unreasonably unreliable unresponsive unsafe unsatisfactory unsatisfied unsatisfying
unsightly unstable unsteady unsuccessful unsuitable unsure unsupported untidy untrue untrustworthy unwanted unwelcome unwelcoming unwilling unwieldy upset upsetting vague violate virus vulnerable warp warped warping wary waste wasted wasteful watery weak weaker weakest weakness weaknesses weird whine whines whiny whining wobble wobbles wobbly worn worn-out worried worries worry worse worsen worsening wrinkle wrinkled wrong wrongly yellowed blemish
outage outages downtime disconnection disconnections disruption jumpy throttled throttling unplayable fiddle drown drowned crumbs wilted greedy understaffed short-staffed unanswered stall stalls stalled thud hesitation hesitate bloatware bloated lagged buzzing clank creased dissappointed dissapointed dissapointing disapointed disapointing defected incovenient horribble terible
returned refund refunds choppy patchy scuffed scuffs sagging sags cons minus unremarkable unmade hard stiff sloppily mishandled misplaced spoiled spoilt
`

export const weakNegative = `
average basic bare dated forgettable generic meh ordinary plain pricey pricy so-so unexciting uneventful wonky overrated mixed old-fashioned dark tricky finicky return returning replacement replaced repair repairs fix fixed wait waited waiting
`
