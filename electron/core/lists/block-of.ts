import { sql } from 'kysely'
import type { ReadableDatabase } from '../database/database.ts'
import { blockBits } from '../database/migrations/0003-work-of-the-year/totals.ts'
import type { Condition } from './filter-rules.ts'
import type { AnyList } from './list-kind.ts'
import type { Direction } from './sort-rules.ts'

interface Block { readonly block: number; readonly before: number }

/** Where to begin, and how many records to pass over from there. */
export interface Start { readonly from: Condition; readonly offset: number }

/**
 * Where the n-th record of a whole list in the order of numbers stands: the kept totals tell its block, so that a jump
 * to the middle of a million passes over some thousand records and not over half a million.
 */
export async function blockOf(db: ReadableDatabase, list: AnyList, { offset, direction }: { offset: number; direction: Direction }): Promise<Start> {
  const { rows: [found] } = await sql<Block>`SELECT block, before FROM (
      SELECT block, records, sum(records) OVER (ORDER BY block ${sql.raw(direction)}) - records AS before FROM record_block_total WHERE list = ${list.table})
    WHERE before <= ${offset} AND before + records > ${offset} LIMIT 1`.execute(db)
  if (found === undefined) return { from: sql`TRUE`, offset }
  const [first, behind] = [found.block << blockBits, (found.block + 1) << blockBits]
  return { from: direction === 'asc' ? sql`r.number >= ${first}` : sql`r.number < ${behind}`, offset: offset - found.before }
}
