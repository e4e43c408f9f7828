import type { Change } from '../database/database.ts'
import type { NewEntry } from './log-writer.ts'

/** Two programs' clocks and a clock set right by the network differ by less; milliseconds. */
const tolerance = 5000

/**
 * The entry to be written when the clock stands before the last entry of the log: whoever wants to date something back
 * has to set it so. Noticed once each time, because the entry bears the clock's own time.
 * @param last when the last entry was written; '' where there is none
 */
export function setBackEntry(last: string, { at, newId }: Pick<Change, 'at' | 'newId'>): NewEntry | undefined {
  if (!(Date.parse(at) < Date.parse(last) - tolerance)) return undefined
  return {
    id: newId(), at, actorKind: 'service', actor: 'clock', actorId: null, action: 'clock.set-back', entity: 'clock', entityId: 'clock',
    before: JSON.stringify({ clock: last }), after: JSON.stringify({ clock: at }), batchId: null, seals: [],
  }
}
