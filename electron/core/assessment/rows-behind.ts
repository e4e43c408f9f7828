import type { IndicatorCode } from '#shared/model/assessment/indicators.ts'
import type { Call } from '../registration.ts'
import { frozenCore } from '../years/frozen-years.ts'
import { rowsBehind } from './indicators/figures.ts'
import { readMoment } from './indicators/moment.ts'
import { departmentPlace } from './place.ts'

interface Order { readonly id: string; readonly indicator: IndicatorCode; readonly counts?: boolean | undefined; readonly offset: number; readonly limit: number }

/** The records behind a figure of a department, from the register the campaign took it from. @throws Refusal `record.missing`, and those of opening a frozen year */
export async function rowsOfFigure({ core, actor }: Pick<Call, 'core' | 'actor'>, { id, indicator, counts, offset, limit }: Order) {
  const { campaign: { row }, standing } = await departmentPlace(core.database.read, id)
  const source = row.basis === 'frozen' ? await frozenCore(core, actor, row.year) : core
  const moment = await readMoment(source, row.year)
  return rowsBehind(source.database.read, indicator, { departmentId: standing.row.department_id, moment, counts, offset, limit })
}
