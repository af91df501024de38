import { createInProcessSlots } from './in-process-slots.ts'
import { slotsContract } from './slots.contract.ts'

const slots = createInProcessSlots()
slotsContract('in process', () => ({ one: slots, other: slots }))
