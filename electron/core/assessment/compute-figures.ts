import { indicatorsOf } from '#shared/model/assessment/definition.ts'
import type { Template } from '#shared/model/assessment/definition.ts'
import type { Figure, IndicatorCode } from '#shared/model/assessment/indicators.ts'
import type { Core } from '../core.ts'
import type { Change } from '../database/database.ts'
import type { Report } from '../long-work.ts'
import type { RowToSeal } from '../evidence/sealed-tables.ts'
import { figureOf } from './indicators/figures.ts'
import { readMoment } from './indicators/moment.ts'

export type FiguresByDepartment = ReadonlyMap<string, ReadonlyMap<IndicatorCode, Figure>>

interface FigureOrder { readonly year: number; readonly template: Template; readonly departmentIds: readonly string[] }

/**
 * Asks a register, today's or a frozen one, for every figure the template needs. One figure of one department at a
 * time, so that other work gets its turn between them.
 */
export async function computeFigures(core: Pick<Core, 'database' | 'env'>, { year, template, departmentIds }: FigureOrder, report: Report): Promise<{ figures: FiguresByDepartment; day: string }> {
  const moment = await readMoment(core, year)
  const codes = indicatorsOf(template)
  const total = codes.length * departmentIds.length
  const figures = new Map<string, Map<IndicatorCode, Figure>>()
  let done = 0
  for (const departmentId of departmentIds) {
    const own = new Map<IndicatorCode, Figure>()
    figures.set(departmentId, own)
    for (const code of codes) {
      own.set(code, await figureOf(core.database.read, code, { departmentId, moment }))
      await report({ done: ++done, total, stage: 'figures' })
    }
  }
  return { figures, day: moment.day }
}

/** Writes the figures of one round down. @returns what the entry of the log has to seal */
export async function keepFigures(change: Change, { campaignDepartmentId, figures, round }: { campaignDepartmentId: string; figures: ReadonlyMap<IndicatorCode, Figure>; round: number }): Promise<RowToSeal[]> {
  const rows = [...figures].map(([indicator, { counts, all }]) => ({ id: change.newId(), campaign_department_id: campaignDepartmentId, indicator, round, counts, total: all }))
  if (rows.length > 0) await change.db.insertInto('campaign_indicator').values(rows).execute()
  return rows.map(({ id }) => ({ table: 'campaign_indicator', key: id }))
}
