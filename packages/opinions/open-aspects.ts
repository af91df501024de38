/**
 * When a noun that no list knows is an aspect of a category: from `fewest` reviews that tie an opinion to it, of a category with few reviews a twentieth of them and of one with many `share`;
 * and once it was used `tells` times, only if `definite` of its uses speak of it as a part of the thing ("the beach", "its hinge"). A road that a car drives on, and a friend who likes it, are judged as well, but mostly not so.
 */
export const openAspects = { fewest: 3, fewOf: 0.05, share: 0.002, tells: 5, definite: 0.45 } as const
