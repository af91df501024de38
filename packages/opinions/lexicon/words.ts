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
astonishing astonishingly astounding badass blissfully breathtakingly captivating cherish cherished delectable deliciously dreamy ecstatic elated enchanting enthralling epic exhilarating exquisitely
extraordinarily fabulously fantabulous faultless faultlessly flawlessness gorgeously incomparable indispensable irresistible jaw-dropping kickass legendary magnificently majestic marvel mesmerizing
miraculous mouth-watering outstandingly overjoyed peerless phenomenally priceless sensationally spectacularly spellbinding splendidly staggering stupendous supreme supremely transcendent treasured
tremendous tremendously unforgettable unsurpassed wondrous
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
painless pamper passionate patient peaceful peppy personable picturesque please pleasant pleasantly pleased pleasure pleasurable plentiful plenty plush polished polite respectable portable posh powerful precise precisely premium pretty prettiest
pro productive professional professionally professionalism promptly prompt proper properly proud punctual quality quick quicker quickest quickly quiet quieter quietest quietly quirky rapid rapidly rave reasonable reasonably recommend recommended recommendable refined refreshing
refreshed relax relaxed relaxing reliable reliability reliably relief remarkable remarkably resilient respectful responsive responsiveness reward rich rightly robust romantic roomy rugged safe safely satisfaction satisfactory satisfied satisfy satisfying savory
savoury scenic seamless seamlessly secure securely sensational sensitive sexy shiny silent silently silky simple simplicity sleek slick smart smooth smoother smoothly snappy snug soft softer solid solidly sophisticated spacious sparkling speedy stable
standout steady stress-free straightforward strong stronger sturdy stylish substantial succeed success successful successfully suit suitable super supple supportive sweet swift swiftly tasteful tasty tastiest tender thankful
thanks thorough thoroughly thoughtful thrilled tidy timeless timely top tough trendy trouble-free trust trusted trustworthy trusty unbreakable unobtrusive unique upscale useable usable useful user-friendly valuable value variety versatile versatility vibrant victory vivid
warm-hearted warmly welcome welcoming well well-built well-designed well-made well-lit well-priced well-stocked well-equipped well-cooked well-located well-maintained winner win won worth worthwhile worthy yay zippy plus
bang-for-the-buck feature-rich hit ace addictive ease eye-catching fancier fancy feature-packed foldable intelligent invaluable lifelike loyal lucky nostalgic obliging plushy
prized rocks rock scratch-resistant sharp sharper sharpest speed spot-on state-of-the-art steal sumptuous sunny tops treat upgraded upbeat upgrade waterproof workhorse attentively helpfully flavor-packed walkable
fuel-efficient gr8 goood gud luv lovin beauty aesthetic balance heaven wonder exact superfast lovable no-nonsense pleasing praise prefer 
abundance abundant accolade accommodate accommodates accomplish accomplished admirable admirably advantageous affable affectionate affluent alluring amenable amiable amicable amply amuse amused
amusing apt aptly aromatic artful articulate artistic artistically assurance assured astute attention-to-detail authenticity award-winning awed beaut beautify becoming beefy believable beloved
benevolent best-in-class best-selling breathable brighten brisk buttery candid captivate carefree caring celebrate celebrated celebratory champ champion charismatic chic cleanliness coherent cohesive
colorful colourful commendable commendably compassionate compelling competent competently competitive composed comprehensive concise confident congenial congratulations considerate consistent
consistently contented cooperative cordial cordially crafted creamy creatively credible crunchy cushioned cushy dapper daring decadent dedicated dedication delicate delicately delight delighted
delights dexterous dignified diligent diligently diplomatic discreet distinctive distinguished dreamlike dynamic eager eagerly earnest earthy easy-going easy-to-use easygoing eclectic economically
ecstatic educational effervescent elevate elevates eloquent empathetic empathy empower enable encouraging endearing energetic energizing engaging engrossing enhance enhanced enhancement enhances
enjoyably enlightening enliven enrich enriched enthused enthusiasm enticing envy equitable esteemed ethical excel excelent excelled excellence excellently excels excite excitement excitingly expedient
expeditious exuberant eye-opening fairness faithful faithfully fanciful fascinate favorable favorably favourable fervent festive flair flattered flourish fond fondly forgiving formidable fortunate
fortunately fragrant freshness fulfill fulfilled fulfilling full-featured future-proof gallant generosity genial genius genuineness gifted gleaming glee glisten glowing good-looking good-quality
goodies grand grandeur gratified gratifying gratitude groundbreaking hallmark handsome handsomely harmonious healthful heartfelt heartwarming hilarious hip homey honestly honesty honorable honored
hopeful humble humor humorous humour hygienic idyllic imaginative immaculately impressively industrious insightful inspirational inspire inspired instructive invigorating jolly jovial joyful joyous
jubilant kid-friendly kindhearted kudos laid-back laudable lavish lavishly leakproof legible liberating lively long-lasting longer-lasting longlasting low-maintenance lush luster lux maneuverable
masterful masterfully meaningful mellow melodic memorably mercifully merry methodical meticulous meticulously mighty mindful moist nifty noble notable noteworthy nourishing nurturing nutritious
obedient optimal optimistic optimum opulent orderly outdo outgoing overdeliver passion peachy perceptive perks persuasive poised positive positively potent powerhouse practical practicality
praiseworthy precious prestigious pristine privileged pro-active proactive proficient progressive promising prosper protective proudly prowess prudent punchy quaint quintessential radiant rapport rapt
razor-sharp readable reassured reassuring rejuvenating relaxation relish renowned reputable resourceful responsible restful restored revelation revolutionary revolutionize rock-solid rosy rousing sane
sanitary sassy savior saviour savvy scrumptiously selfless sensible sensibly serene serenity shining sincere sincerely skilful skilled skillful skillfully smiling smokin smoothness snazzy sociable
soothe soothing sought-after soulful spaciousness sparkle sparkled spectacularly speedily spirited splendor spontaneous sporty sprightly spruced squeaky-clean stability steadfast steadily stimulating
strength strengths striking strikingly sturdiness stylishly suave succulent suitably super-fast superstar surpass surpassed surpasses sustainable sweetheart swish sympathetic talent talented tangy
tantalizing tastefully teriffic thanked thankfully thoughtfully thrifty thrill thrilling thrive tireless titillating toasty top-of-the-line top-quality tranquil transparent triumph trustworthiness
truthful unaffected unbiased uncluttered uncomplicated understanding understated undisputed unforced unhurried uniqueness unmistakable unpretentious unwind upgradable upgradeable uplift uplifting
upmarket useability utmost valiant verdant vibrantly victorious virtuous visionary vivacious warmth warranted well-appointed well-balanced well-behaved well-crafted well-deserved well-done
well-executed well-informed well-kept well-mannered well-organized well-packaged well-prepared well-presented well-run well-seasoned well-thought-out well-trained wholesome wise wisely witty worth-it
zealous zest zesty
`

export const weakPositive = `
acceptable alright okay ok passable serviceable tolerable enough interesting works work worked working functions handle handles popular hope willing available new-look
adequately edible functioning manageable palatable satisfactorily sufficient sufficiently unoffensive workable
`

export const strongNegative = `
abysmal appalling appallingly atrocious awful awfully crap crappy despicable disaster disastrous disgrace disgraceful disgust disgusted disgusting dreadful filthy garbage hate hated hateful hell hellish hideous
horrendous horrible horribly horrid horrific horrify inedible infuriate infuriating intolerable junk lousy nasty nauseating nightmare pathetic putrid rancid revolting rip-off ripoff scam scammer scum shit shitty suck sucks sucked
terrible terribly trash unacceptable unbearable unusable useless vile vomit worst worthless wretched yuck yucky fraud fraudulent outrageous ridiculous ridiculously abomination atrocity deplorable bullshit fiasco ghastly gross grossly moldy mouldy roach cockroach
bedbug bedbugs inexcusable laughable unwatchable unreadable unlivable abuse abusive thief thieves cheat cheated cheating conned robbed robbery
abhorrent abysmally atrociously barbaric barf catastrophe catastrophic contemptible crappiness crock damnable deathtrap despise despised detest detestable detested disgustingly dismally dogshit
dreadfully egregious enraged excruciating excruciatingly execrable farce fubar gag gagged god-awful godawful grotesque heinous hellhole horrendously humiliated humiliating ick icky incompetently
indefensible inhumane insufferable laughingstock loath loathe loathed loathsome lowlife maddening maggot maggots miserably monstrosity nauseated nauseous nightmarish obscene odious outraged
outrageously pathetically piss pissed poison poisoned poisoning puke puked repellent repugnant repulsive rot rotted rotten scandal scumbag sham shambolic shameful shamefully shite sickened sickening
slop stench suckiest sucky swindle swindled terrorize torturous toxic trainwreck traumatized travesty unethical unforgivable unsanitary unspeakable vermin vicious wretchedly
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
abrasive abrasively abruptly acrid aggravate aggravated aggravating aggravation aggressive aggressively aimless alienate amateurishly ambiguous angrily anguish anomaly antiquated appease arduous
arrogance arrogantly asinine avoid avoided avoiding avoids awfulness awkward awkwardly awry babyish backfire backfired backlog baffled baffling bankrupt bare-bones barebones barren bastard
begrudgingly belittled bemoan bewildered bewildering biased bitchy bitter bitterly bleak blocky blotched blunder blunt borked bottleneck brash breakdown bribe bricked bricking brusque bs bsod bubbling
bullied bumbling bummed bummer bungled carelessness caveat caveats cavernous cheapened cheapo chinsy chintzy churlish clammy clanky clueless clumped clumping clumsily coldly colorless compromise
compromised compromises concern concerns condescendingly conflicting confusingly conniving contempt contradict contradictory contrived controversial convoluted corny corrosion counter-intuitive
counterfeit counterintuitive crackles crackly cranky crashy crass crawled crawls creases criminal cringey cringy crippling criticized crookedly crumbles crumbling crummy crumpled cumbersomely curt
cussed cutback dampness darkened daunting deadbeat deadly deafened dearth debacle decay decayed decaying deceit deceitful deceivingly defaced defeat defeats deficits deformed dehydrated dejected
delaminate delaminating delirious delusional demean demeaning denied denies deny depressed depressingly derelict desolate despicably destroy destroyed destroying destroys detract detracts detrimental
devastated devastating deviate dilapidated diminish diminished dings disable disabled disagreeable disapprove disastrously disbelief discolour discoloured disconcerting discontinue discouraged
discouraging discourteous discriminate discriminated discrimination disdain diseased disheartened disheartening disillusioned disinterested disjointed dislocated disorder disorganization disorienting
disparaging dispute disputes disregard disrepair disrespectfully disrupt disrupted disrupting disruptive dissapointment dissatisfying distasteful distraction distractions distress distressing distrust
disturbance disturbances disturbingly doomed doubtful douchebag downgrade downgraded downhill downplayed drawn-out dripping droopy dubious dullness dumpy dupe duped dwindle eerie egotistical
embarassing embarassment embarrassingly embarrassment emptiness endanger endangered erode eroded erratically erroneous error-prone eschew evade evaded evasively exasperated exasperating excruciate
exhausted exhaustion exhorbitant exorbitant exorbitantly eyesore fallacy fallible falter faltered farcical fearful feckless fickle fidgety filth flabby flavorless flavourless fleeced flimsily 
flunk foggy foolish foolishly forceful forsaken fragmented fraught freaked freakish frenzied frigid frizzy fugly furious furiously futile gaudy glaringly glib gloom glum grainy grating
greed grief grievance grim grimace grime grouch grudge grudgingly gruff grumble grumbled gullible hackneyed haggard half-assed half-baked half-hearted halfhearted handicap haphazard haphazardly
hapless harass harassed harassing harassment hardship harm harmed harmful harshness hasty hazard hazardous heartless heavy-handed hectic heinously helpless helplessly hideously hinder hindered
hindrance hoax hogs hopeless hopelessly hostile hostility hysterically idiotic idiots ignorance ill-advised ill-conceived ill-designed ill-equipped ill-mannered ill-prepared ill-suited illogical
imbecile immoral impair impaired impasse impatience impede imperfection imperfections impersonation implausible impolitely imprecise imprisoned improperly impure inaccuracies inaccuracy inaccurately
inadequacy inadequately inadvertently inane inappropriate inappropriately inattentive inaudible incapacitated incessant incessantly incoherent incompletely incomprehensible inconclusive
inconsistencies inconsistency inconveniently indecent indecisive indifference indigestion ineffectual inefficiency inefficiently inept ineptitude inescapable inexperience inexperienced infect
inferiority infest infestation inflammatory inflexibility infringement inhibit inhospitable injustice inoperable inoperative insecurity insensitively insignificant insincere insipid insolent
instability insufficiently interfere interfered interferes interfering interruptions intimidated intimidating intolerance intoxicated intruding invalid invasive irate irrational irregular
irregularities irrelevant irresponsible irritable irritatingly itchiness jaded jagged jeopardize jerked jitter jobless junky juvenile kaput kaputt kinked kinks klunky knock-off knockoff laborious
lackadaisical lame lament lamentable laziness leakage lethargic lewd liar liars littered lock-up lockup lockups looters losers lukewarm lumps lunatic lurching madness malicious malodorous manipulative
marred meager meagre mean-spirited meanest meaningless mediocrity menacing misaligned misbehave miscalculated mischief miser misfire misfit misfortune misguided mishandle mishap mishaps misinformation
misinformed misinterpret misjudge mismanaged mismatch mismatched misprint misrepresent misrepresentation misrepresented misspelled mistakenly mistreatment mistrust misunderstand misunderstanding
misunderstood misuse moan moaned monotone monotony moody moron moronic morons mortified mourn muck muddle mugged mutilated mystified nausea needless needlessly needy nefarious negatively negligence
negligent neurotic niggle niggles nitpick no-good noisily non-existent non-functional non-responsive nonexistent nonfunctional nonresponsive nonsensical notorious notoriously noxious numbness
obnoxiously obsessive obstacle obstacles obstinate obstruct obstructed obstruction obstructs obtrusive off-putting offenses ominous onerous opportunistic oppressive ouch outburst outcry outrage
over-cooked over-hyped over-priced over-rated over-salted overbearingly overblown overboard overbooked overburdened overcomplicated overdose overdraft overdrawn overemphasized overpower overpowered
overreact overrun oversaturated overseasoned oversold oversweet overweight overworked overzealous paltry panicked paranoid parasite passive-aggressive patronize patronizing paucity peculiar peeve
peeved penalties penalty peril perilous perplexed perplexing persecute pessimistic pestered phony pigheaded pilled pilling pitfall pitfalls pitiless pixelation pixellated plasticy plummet plummeted
pointlessly polluted pollution pompous pooped poopy postponed postponing pout poverty prejudice prematurely preposterous presumptuous pretend pretense pretentiousness problematically procrastinate
prohibit prohibitive prohibitively prosecuted puddle puddles pungent punish punished punishment puny puzzled quarrel queasy questionable quibbles racist ragged ramshackle ransom raucous raunchy
reckless recklessly recoil refusal refuse refused refuses refusing regress regretful regretfully regrettable regrettably relapse relentlessly reneged repel repetition reprehensible repress resent
resentful resentment restrict restricted restricting restriction restrictions restrictive retarded revenge revolt rickety ridicule rigidity rigmarole riled risky risque roughness rowdy rubs rue rued
ruinous runny ruthless sabotage saddened saddening sarcasm sarcastic sarcastically scarcity scarred scathing scolded scorch scorched scorching scorn scrawny screwy scruffy scuff scuffing seasick
second-rate seedy selfish senseless severely shakily shaking shameless shamelessly shifty shiver shivering shoddily shortchanged shouting shrieking shrill shrug sickly sickness
sidetracked silly sinister sketchy skewed skimp skimped skimping slacking slammed slander sleepless slime slimy slipped slippery slipping sloth slouch slug sluggishly sluggishness slur smear smeared
smears smeary smog smug snafu snappish snarky sneaky sneer snide snob snobbish snubbed soaked sob sombre soreness sorrow soulless sourly spammed spartan spew spite spiteful spoil spoils sputter
squander squandered squirm stagnant stagnate startle startled starve stereotypical stinging strangely strenuous stressors stricken stubbornly stumble stunted stupidity stupidly sub-par suboptimal
suffocate suffocating sulk sullen superficial superficially superfluous surly suspicion suspiciously swamped swelling swindler swollen taboo tampered tantrum tardy tattered taunt tawdry teary tedium
temperamental tepid terribleness terrified terror theft thorny thrash threadbare thwart tiringly torment tormented tortuous tragedy tragic tragically traitor trashy trauma travesties treacherous
trembling tremor tricked trickery truant turmoil tyrannical ugh ugliness unacceptably unaccommodating unaffordable unappealing unappreciated unapproachable unauthorized unavoidable unavoidably
unbalanced unbearably unbecoming unbootable uncivil uncollected uncompetitive uncomplimentary uncompromising uncontrollable uncontrollably unconvincing uncouth undefined undelivered underestimated
undermine undermined underpaid underperform underperformed underperforming underseasoned undersized understaffing undertrained underused underwhelm undid undone undue uneasily uneconomical unedible
uneducated unending unengaging unequal unevenly unexplained unfaithful unfavorable unfavourable unfixable unflattering unforeseen unforgiving unfounded unfulfilled unfulfilling ungrateful unhappily
unhappiness unhealthily unhinged unimaginative unimportant unintelligent unintelligible unintended uninterested uninteresting uninvited unjust unjustified unjustly unkempt unkind unknowledgeable
unlawful unlicensed unlucky unmanageable unmet unmotivated unnatural unnerving unorganized unpaid unpalatable unpleasantly unpopular unpractical unproductive unproven unqualified unreachable
unrealistic unrecognizable unrefined unreliability unreliably unresolved unresponsiveness unrest unruly unsavory unsavoury unscrupulous unsettled unsettling unskilled unsold unsolicited unsolved
unsophisticated unsteadily unstylish untalented untested untidiness untimely untrained untreated unusably unwarranted unwashed unwell unwillingness unworkable unworthy uproar urine usurp vandalized
vengeful vexing violation virulent volatile vulgar wasteland watered watered-down weaken weakened weakens weakly weirdly weirdo whack whimper whinging whir whirring wilting wimpy withered woe woeful
woefully woes wonkiness woozy worrisome worthlessness wrath wreck wrecked wrongful yell yelled yelling yells yikes yuk
`

export const weakNegative = `
average basic bare dated forgettable generic meh ordinary plain pricey pricy so-so unexciting uneventful wonky overrated mixed old-fashioned dark tricky finicky return returning replacement replaced repair repairs fix fixed wait waited waiting
cookie-cutter formulaic hit-or-miss humdrum middling nondescript predictable run-of-the-mill unoriginal
`
