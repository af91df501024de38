import { describe, expect, it } from 'vitest'
import { type PanelView, panelAddress, readPanelAddress } from './panel-address.ts'

describe('the panel in the address', () => {
  it.each<PanelView>([
    { kind: 'evidence', messageId: 'msg_0123456789', n: 12 },
    { kind: 'aspect', itemId: 'itm_0123456789', aspect: 'battery life' },
    { kind: 'aspect', itemId: 'itm_0123456789', aspect: 'v. 2.0 / größe' },
  ])('is read back as it was written: %o', (view) => expect(readPanelAddress(panelAddress(view))).toEqual(view))

  it.each([null, '', 'x', 'msg_0123456789', 'msg_0123456789.0', 'msg_0123456789.1e3', 'rev_0123456789.1'])(
    'takes %j for nothing',
    (see) => expect(readPanelAddress(see)).toBeNull(),
  )
})
