/** What the evidence panel shows. It is part of the address, so that Back closes it and a reload keeps it. */
export type PanelView =
  | { kind: 'evidence'; messageId: string; n: number }
  | { kind: 'aspect'; itemId: string; aspect: string }

/** The value of the address's `see`. */
export function panelAddress(view: PanelView): string {
  return view.kind === 'evidence' ? `${view.messageId}.${view.n}` : `${view.itemId}.${view.aspect}`
}

/** Reads `see` back; null for anything that is not ours. */
export function readPanelAddress(see: string | null): PanelView | null {
  const match = /^((?:msg|itm)_[0-9a-z]+)\.(.+)$/s.exec(see ?? '')
  if (!match) return null
  const [, id = '', rest = ''] = match
  if (id.startsWith('itm_')) return { kind: 'aspect', itemId: id, aspect: rest }
  return /^[1-9]\d{0,2}$/.test(rest) ? { kind: 'evidence', messageId: id, n: Number(rest) } : null
}
