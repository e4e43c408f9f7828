import type { Progress } from '#shared/contract/procedure.ts'
import { translator } from '#shared/locales/translator.ts'
import { exportLog } from '../../evidence/export-log.ts'
import { paperFile } from '../paper/paper-file.ts'
import type { Building } from './building.ts'
import { logSummary, monthBounds } from './log-summary.ts'

/** The log of the year: always its summary, and the whole of it where whoever asks may export it. */
export async function* logFiles({ place: { live, source, year }, order: { locale } }: Building, extent: 'whole' | 'summary'): AsyncGenerator<Progress, File[], void> {
  const bounds = monthBounds(year)
  const before = source.frozen?.frozenAt
  const { name: organisation } = await source.database.read.selectFrom('organisation').select('name').executeTakeFirstOrThrow()
  const paper = await logSummary(live.database.read, { year, before }, { locale, organisation, preparedOn: source.env.localDate(source.env.now()) })
  const t = translator(locale)
  const summary = yield* paperFile(live, paper, { format: 'docx', name: t('log.name', { ns: 'inspectionPackage' }) })
  if (extent === 'summary') return [summary]
  const until = bounds[12] ?? ''
  const whole = yield* exportLog(live, { filter: { from: bounds[0] ?? '', before: before !== undefined && before < until ? before : until }, format: 'csv', locale })
  return [summary, new File([await whole.arrayBuffer()], `${t('item.log', { ns: 'inspectionPackage' })}.csv`)]
}
