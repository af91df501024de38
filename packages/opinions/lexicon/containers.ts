/** What food and drink comes in. Written for this project. */
export const containers = new Set(
  'glass glasses bottle bottles bowl bowls plate plates cup cups mug mugs pint pints pitcher pitchers carafe carafes pot pots jug jugs slice slices basket baskets tray trays platter scoop scoops'.split(
    ' ',
  ),
)
