import type { Change } from '../database/database.ts'
import type { Call } from '../registration.ts'
import type { Saved } from './change-record.ts'

/** Today by the computer's calendar. */
export const todayOf = ({ core }: Call): string => core.env.localDate(core.env.now())

/** One change of the register in the caller's name. */
export const changeBy = <T>({ core, actor }: Call, work: (change: Change) => Promise<T>): Promise<T> => core.database.change(actor, work)

/** Saves several records in one change: all of them or none. */
export const saveAll = <Item extends { id: string }>(call: Call, items: readonly Item[], save: (change: Change, item: Item) => Promise<Saved>) =>
  changeBy(call, async (change) => {
    const saved: ({ id: string } & Saved)[] = []
    for (const item of items) saved.push({ id: item.id, ...await save(change, item) })
    return saved
  })
