import { sql } from 'kysely'
import { isClosed } from '#shared/model/warnings/disposal.ts'
import type { ReadableDatabase } from '../database/database.ts'

/** The figures beside the list; from the kept totals, and what depends on the day from its index. */
export async function warningFigures(db: ReadableDatabase, today: string) {
  const totals = (await db.selectFrom('warning_total').selectAll().where('warnings', '>', 0).execute()).filter(({ state }) => !isClosed(state))
  const by = (key: 'state' | 'level_code' | 'rule_code' | 'department_id'): Record<string, number> => {
    const sums: Record<string, number> = {}
    for (const total of totals) sums[total[key]] = (sums[total[key]] ?? 0) + total.warnings
    return sums
  }
  return {
    open: totals.reduce((sum, { warnings }) => sum + warnings, 0), overdue: await countOverdueWarnings(db, today), cleared: await count(db, sql`warning WHERE closed = 0 AND cleared_on IS NOT NULL`),
    events: await count(db, sql`supervision_event WHERE state = 'open'`), unlinked: await count(db, sql`supervision_event WHERE state = 'open' AND power_id IS NULL`), today,
    byState: by('state'), byLevel: by('level_code'), byRule: by('rule_code'), byDepartment: by('department_id'), lastRun: await lastRun(db),
  }
}

/** Open warnings whose next step is late, from what is due on each day. */
export async function countOverdueWarnings(db: ReadableDatabase, today: string): Promise<number> {
  const { n } = await db.selectFrom('warning_due_total').select(({ fn }) => fn.sum<number | null>('warnings').as('n')).where('due_on', '<', today).executeTakeFirstOrThrow()
  return n ?? 0
}

/** Open warnings, from the kept totals. */
export async function countOpenWarnings(db: ReadableDatabase): Promise<number> {
  const { n } = await db.selectFrom('warning_total').select(({ fn }) => fn.sum<number | null>('warnings').as('n')).where('state', 'not in', ['lifted', 'transferred']).executeTakeFirstOrThrow()
  return n ?? 0
}

async function count(db: ReadableDatabase, from: ReturnType<typeof sql>): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${from}`.execute(db)
  return row?.n ?? 0
}

async function lastRun(db: ReadableDatabase) {
  const row = await db.selectFrom('warning_run').selectAll().where('finished_at', 'is not', null).orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row === undefined ? null : { finishedAt: row.finished_at ?? '', by: row.started_by, found: row.found, seen: row.seen, cleared: row.cleared, late: row.late }
}
