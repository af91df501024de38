/** Whether a line of pros-cons belongs to the fifth that only measures: FNV-1a of 32 bits over its UTF-16 units, modulo 5, is 0. */
export function isHeldOut(line: string): boolean {
  let hash = 0x811c9dc5
  for (let i = 0; i < line.length; i += 1) hash = Math.imul(hash ^ line.charCodeAt(i), 0x01000193) >>> 0
  return hash % 5 === 0
}
