/**
 * Kinds of things that reviews name, by what is mostly done with them: qualities are judged, occasions and papers are told of, and so on. For the model of target-features.ts. Singular
 * nouns of all domains, written for this project.
 */
const kinds: Record<string, string> = {
  quality:
    'quality price cost value service food taste flavor flavour atmosphere ambience ambiance vibe decor presentation portion selection variety cuisine cooking performance speed design look style feel sound volume bass picture image resolution brightness contrast color colour size weight build durability reliability support comfort fit cut fabric material finish noise location view cleanliness hospitality attitude battery life range power handling ride mileage acceleration reception signal coverage interface layout navigation ease portability usability graphics experience communication punctuality texture aroma smell freshness plot writing acting ending',
  whole:
    'place restaurant spot joint hotel resort bar cafe pub diner bistro product item machine laptop notebook netbook computer pc mac macbook phone tablet camera tv car truck dress shirt shoe vacuum printer book movie company shop store',
  serving:
    'dish appetizer starter entree main course side dessert special platter meal lunch dinner brunch breakfast buffet drink cocktail beverage wine beer sake coffee tea water juice soda soup salad bread sandwich burger pizza pasta noodle rice sauce steak chicken beef pork lamb fish seafood shrimp lobster crab sushi roll curry taco cake cheese pie fry vegetable egg fruit',
  occasion:
    'night evening day afternoon morning weekend party birthday anniversary date visit trip stay holiday vacation event occasion wedding meeting class school work travel time hour week month year season',
  paper:
    'reservation order bill check tip receipt deposit refund contract menu list coupon voucher gift card credit cash money payment fee charge tax insurance account appointment booking ticket warranty guarantee return exchange policy box package manual instruction guide review website page form map',
  staff:
    'staff server waiter waitress waitstaff bartender barista chef cook manager owner host hostess maitre sommelier busboy receptionist concierge maid housekeeper technician tech representative rep agent salesman salesperson clerk driver mover doctor nurse dentist instructor teacher plumber guy lady man woman team crew people personnel management',
  company:
    'husband wife friend girlfriend boyfriend family kid child son daughter mother father parent guest customer client patron couple crowd neighbor neighbour group partner colleague dog cat',
  furnishing:
    'table seat chair booth door kitchen garden terrace patio counter floor wall street lobby room bed bathroom shower pool elevator corridor parking garage towel pillow plate glass bottle cup bowl bag shelf desk window pocket',
  part: 'drive disk disc port memory ram processor cpu gpu card chip motherboard keyboard key trackpad touchpad mouse button screen display monitor lens flash charger adapter cord cable plug case cover lid hinge fan speaker microphone webcam remote handle wheel engine motor tank filter hose blade zipper strap sleeve seam sole slot socket switch light sensor antenna headset headphone earbud',
  software:
    'windows vista xp linux os system software program application app browser driver update office word excel itunes photoshop virus antivirus firmware game file folder document trial suite',
  use: 'email internet web surfing browsing music photo movie video gaming editing typing writing reading homework presentation business college desktop home travel commute gym photography recording printing streaming',
}

/** The kind of a noun in the singular. */
export const nounKinds: ReadonlyMap<string, string> = new Map(
  Object.entries(kinds)
    .toReversed()
    .flatMap(([kind, nouns]) => nouns.split(' ').map((noun) => [noun, kind] as const)),
)
