import { z } from 'zod'
import dayjs from 'dayjs'
import type { LogFilter } from '#shared/contract/evidence.ts'
import { codesParam, idParam, textParam } from '#renderer/app/search-params.ts'

const dateParam = z.iso.date().optional().catch(undefined)

/** What the address of the log says: its filters and the entry that is open. */
export const logSearchSchema = z.object({
  text: textParam,
  actor: codesParam,
  kind: codesParam,
  /** Local calendar dates; both days are within the period. */
  from: dateParam,
  until: dateParam,
  record: textParam,
  batch: idParam,
  open: idParam,
})
export type LogSearch = z.infer<typeof logSearchSchema>

/** Dates of the reader's calendar become instants: the log keeps UTC. */
export function logFilterOf({ text, actor, kind, from, until, record, batch }: LogSearch): LogFilter {
  return {
    ...(text === undefined ? {} : { text }),
    ...(actor === undefined ? {} : { actors: actor }),
    ...(kind === undefined ? {} : { entities: kind }),
    ...(from === undefined ? {} : { from: dayjs(from).toISOString() }),
    ...(until === undefined ? {} : { before: dayjs(until).add(1, 'day').toISOString() }),
    ...(record === undefined ? {} : { entityId: record }),
    ...(batch === undefined ? {} : { batchId: batch }),
  }
}
