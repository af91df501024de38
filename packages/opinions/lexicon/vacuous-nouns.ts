/** Nouns that name nothing that an opinion could be about in a list of aspects, written for this project. Singular forms. */
export const vacuousNouns = new Set(
  `thing things time day lot way people person month year week hour minute second husband wife kid child son daughter friend family mother father mom dad brother sister girlfriend boyfriend man woman guy lady girl boy baby
reason fact point bit part kind sort type example case problem issue complaint trouble question answer idea thought opinion experience review reviewer star rating recommendation purchase buy deal product item unit device one stuff gadget model brand version company
today yesterday tomorrow morning evening afternoon night weekend summer winter spring monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
end start beginning rest side top bottom middle front back left right half piece pair couple number amount plenty bunch ton hundred thousand dozen percent level degree inch foot mile pound ounce dollar buck cent penny euro
world life home house work job use need want hope wish love joy fun pleasure surprise shock shame pity luck chance difference choice option decision plan reality truth sense mind eye hand head face word name place spot area city town country street
anything everything something nothing anyone everyone someone nobody none everybody anybody somebody other another same own lots tons loads god gosh wow yes no ok okay thank thanks please
update edit ps pro con plus minus downside upside drawback advantage disadvantage pros cons bonus favor favour regard respect term note tip bet star expectation need hassle fan user customer owner buyer people guest line
complaint mistake error fault flaw defect issue nightmare disaster disappointment joke waste mess trash junk crap garbage gem winner treat steal bargain must perfection masterpiece disgrace scam rip-off beast charm dream
first last next time second third million billion self myself yourself itself himself herself ourselves themselves
morning birthday christmas gift present occasion trip visit vacation holiday anniversary date
stay go try look show make take get put let see say tell know think feel find give keep turn run move set bring hold become
ear finger hand arm leg elbow neck back shoulder wrist knee hair head skin foot toe lap pocket hat coat bus train tram office library school college university class lecture gym hospital church rain wind snow sun weather sweat dog cat pet rabbit baby toddler neighbour neighbor cousin
aunt uncle grandmother grandfather granddaughter grandson parent teenager student teacher nurse boss colleague flatmate roommate tenant partner couple guard journey commute run jog jogging walk ride flight drive meeting lunch dinner
letter law sentence paragraph manuscript account age kilo gram litre liter metre meter mil hertz cm mm gb tb db midnight noon moment while mood course war film game gaming talk talking fall slide promise direction row report story version draft half-hour whistle bell
matter quarter mum nan gran granny chap bloke lad fortnight decade weekday thesis exam homework sentence upright landing hall corridor embankment meantime stranger visitor couple honeymoon anniversary wedding tho lol omg
beginner novice amateur photographer expert competitor competition infant newborn toddler senior adult male female folk folks reader writer listener gamer traveler traveller commuter player viewer
bang toy paperweight factory field object project sec may sent still limited goody goodies action task series must-have no-brainer lifesaver godsend piece-of-junk lemon brick doorstop eater hog guzzler killer alternative
money cash investment backpack
reputation research result situation condition process change order effort care extra array crystal
feeling impression exception doubt attempt desire period summary combination addition category warning lawsuit literature profession newbie fiance fiancee fiancé fiancée road market turnaround
ie eg etc com www http https amp quot nbsp`
    .split(/\s+/)
    .filter(Boolean),
)

/** Nouns that stand for the item itself, in any category. An aspect list that names one (say "camera" for phones) overrules this. Singular forms. */
export const itemNouns = new Set(
  `product item unit device machine gadget laptop computer notebook netbook macbook pc phone smartphone tablet tv television camera headphone headphones earphone earphones earbud earbuds bud buds headset earpiece vacuum hoover
hotel restaurant place bar cafe hostel establishment joint spot pub car vehicle suv truck sedan minivan player ipod kindle ebook book movie watch smartwatch dress shoe shirt top jacket jean skirt sweater
provider company isp mover firm business shop store kettle toaster blender appliance amazon flipkart`
    .split(/\s+/)
    .filter(Boolean),
)
