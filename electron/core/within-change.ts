import type { Core } from './core.ts'
import type { Change } from './database/database.ts'

/**
 * The core as it looks from within one change: what is read is what the change has written so far, and every change
 * made through it becomes a part of that one, all kept together or none. One part follows the other; parts have no
 * parts of their own. Closing, restoring and keeping heads are not for the inside of a change and would wait for its end.
 */
export function withinChange(core: Core, change: Change): Core {
  const database: Core['database'] = {
    ...core.database,
    read: change.db,
    change: async (_actor, work) => {
      try {
        return await work(change)
      } finally {
        change.batchId = null
      }
    },
  }
  return { ...core, database }
}
