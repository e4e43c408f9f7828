import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/** `column IN` the values of one page, as a single parameter: the statement stays the same for every page. */
export const among = (column: string, values: readonly (number | string)[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`
