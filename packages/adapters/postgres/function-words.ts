/** Words that carry grammar or the asking itself and never a name; a window of the question made of these alone is not looked up. */
export const functionWords: ReadonlySet<string> = new Set(
  `a about all also am an and any are as at be because been best better between but by can cheap cheaper cheapest compare compared could did do does
  find for from get give good great had has have help how i if in into is it its just know like looking make me more most much my need no not of
  off on one or other our out over please really recommend review reviews say should show so some someone something suggest tell than that the
  their them then there these they this those to too under up us use used using versus vs want was we well were what when where which while who
  why will with without worth would you your`.split(/\s+/),
)
