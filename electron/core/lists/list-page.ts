import type { ReadableDatabase } from '../database/database.ts'
import { countRows } from './count-rows.ts'
import { readFilter } from './filter-rules.ts'
import type { ListKind } from './list-kind.ts'
import { pageNumbers } from './page-numbers.ts'
import type { Page } from './page-numbers.ts'
import type { Sort } from './sort-rules.ts'

export interface ListRequest<F extends object, Column extends string> extends Page {
  readonly filter: F
  readonly sort?: Sort<Column> | undefined
}

/** One page of a list: the total, and the page's rows as `details` answers them for their numbers. */
export async function listPage<F extends object, Column extends string, Row extends { number: number }>(
  db: ReadableDatabase,
  list: ListKind<F, Column>,
  { request, first, today, details }: { request: ListRequest<F, Column>; first: Column; today: string; details: (numbers: readonly number[]) => Promise<Row[]> },
): Promise<{ total: number; offset: number; rows: Row[] }> {
  const selection = readFilter(list.filters, request.filter, today)
  const total = await countRows(db, list, selection)
  const { offset, limit } = request
  const numbers = offset >= total ? [] : await pageNumbers(db, list, { selection, sort: request.sort ?? { column: first, direction: 'asc' }, offset, limit, total })
  return { total, offset, rows: inOrderOf(numbers, await details(numbers)) }
}

/** Details come as the database found them; the page's order is that of its numbers. */
export function inOrderOf<Row extends { number: number }>(numbers: readonly number[], rows: readonly Row[]): Row[] {
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  return numbers.flatMap((number) => byNumber.get(number) ?? [])
}
