import { sql } from 'kysely'
import type { IndicatorRow } from '#shared/contract/assessment.ts'
import type { Figure, IndicatorCode } from '#shared/model/assessment/indicators.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import { indicators } from './all.ts'
import type { Moment } from './moment.ts'

interface Place { readonly departmentId: string; readonly moment: Moment }

/** What the register tells of one department. */
export async function figureOf(db: ReadableDatabase, code: IndicatorCode, { departmentId, moment }: Place): Promise<Figure> {
  const { from, of, counts } = indicators[code]
  const { rows: [row] } = await sql<{ counts: number; total: number }>`SELECT coalesce(sum(iif(${counts(moment)}, 1, 0)), 0) AS counts, count(*) AS total FROM ${from} WHERE ${of(departmentId, moment)}`.execute(db)
  return { counts: row?.counts ?? 0, all: row?.total ?? 0 }
}

interface RowsOrder extends Place { readonly counts?: boolean | undefined; readonly offset: number; readonly limit: number }

/** The records behind a figure, a page of them; those that do not count come first, because they are what is to be mended. */
export async function rowsBehind(db: ReadableDatabase, code: IndicatorCode, order: RowsOrder): Promise<{ total: number; offset: number; rows: IndicatorRow[] }> {
  const { departmentId, moment, offset, limit } = order
  const { entity, from, of, counts, label, about } = indicators[code]
  const which = order.counts === undefined ? sql`TRUE` : sql`iif(${counts(moment)}, 1, 0) = ${order.counts ? 1 : 0}`
  const { rows: [sum] } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${from} WHERE ${of(departmentId, moment)} AND ${which}`.execute(db)
  const { rows } = await sql<Omit<IndicatorRow, 'counts' | 'entity'> & { fits: 0 | 1 }>`SELECT r.id AS id, r.number AS number, iif(${counts(moment)}, 1, 0) AS fits, ${label} AS label, ${about} AS about
    FROM ${from} WHERE ${of(departmentId, moment)} AND ${which} ORDER BY fits, r.number LIMIT ${limit} OFFSET ${offset}`.execute(db)
  return { total: sum?.n ?? 0, offset, rows: rows.map(({ fits, ...row }) => ({ ...row, entity, counts: fits === 1 })) }
}
