/**
 * Words that say which kind a thing is and not how good: before a noun they belong to its name ("external drive", "grilled salmon", "extended warranty"). Written for this project,
 * lower case; nouns need no entry, they join their neighbours by themselves.
 */
export const classifyingWords = new Set(
  `external internal integrated built-in inbuilt in-built onboard dedicated preloaded pre-loaded preinstalled pre-installed bundled supplied included removable replaceable rechargeable extended limited
optical digital analog analogue wireless wired cordless corded electronic electrical electric mechanical automatic manual magnetic solar thermal acoustic visual vocal stereo dual dual-core quad quad-core multi-touch multitouch
numeric alphanumeric backlit back-lit illuminated lighted glossy matte anti-glare widescreen wide-screen wide-angle high-definition hd high-speed low-light indoor outdoor front rear upper lower left inner outer interior exterior
operating cooling charging recording editing viewing swappable expandable adjustable detachable foldable folding retractable nonstick non-stick stainless ceramic ergonomic graphic graphical operational technical
mobile portable virtual parental optional annual monthly online on-line offline automated interactive visual musical
chinese thai indian italian french japanese korean mexican greek spanish vietnamese american british german turkish lebanese moroccan ethiopian cuban peruvian brazilian russian polish portuguese caribbean mediterranean asian european african
cajun creole kosher halal vegan vegetarian gluten-free organic seasonal continental
grilled fried deep-fried pan-fried stir-fried baked roasted roast smoked steamed boiled poached braised barbecued marinated pickled stuffed raw cured sauteed sautéed mashed toasted blackened battered breaded crusted glazed chopped minced shredded
sliced whipped iced frozen dried candied caramelized caramelised scrambled bottled imported homemade house-made hand-made handmade red white black green brown whole wild sour sweet-and-sour hot-and-sour
medium decaf sparkling still filtered soft hard dry
outside outdoor indoor private communal main double single twin king-size queen-size en-suite adjoining complimentary valet public heated
disposable washable waterproof water-resistant antibacterial orthopedic orthodontic dental medical surgical legal financial
lumbar thin-crust bottomless live daily late-night after-sales after-sale pre-sale in-house on-site third-party plug-in add-on carry-on pull-out pop-up slide-out fold-out flip-out touch-screen hands-free voice-activated prepaid`
    .split(/\s+/)
    .filter(Boolean),
)
