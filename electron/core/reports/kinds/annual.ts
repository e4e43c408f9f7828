import { translator } from '#shared/locales/translator.ts'
import type { Core } from '../../core.ts'
import type { AnnualReport, RiskRow } from '../annual-report-model.ts'
import { annualPaper } from '../annual/annual-paper.ts'
import type { Report } from '../../long-work.ts'
import { refuseUnlessItFoots } from '../report-does-not-foot.ts'
import { assemblyOf } from '../service.ts'
import { readingOf, weightOf } from './read-points.ts'
import type { Reading } from './read-points.ts'
import type { ReportKind, ReportOrder } from './report-kind.ts'

/** 年度评估报告, from the archive itself, which also keeps years that cannot be opened like the register. */
export const annual: ReportKind = {
  code: 'annual', formats: ['docx', 'xlsx', 'pdf'], editions: ['public', 'internal', 'assessment'], subject: 'year',
  figures: readFigures,
  paper: async (core, order, report) => annualPaper(await readFigures(core, order, report)),
}

async function readFigures(core: Core, order: ReportOrder, report: Report): Promise<AnnualReport> {
  const live: Core = core.frozen === undefined ? core : { ...core, database: core.frozen.live, frozen: undefined }
  const { report: figures } = await assemblyOf(live, {
    year: order.year, locale: order.locale, texts: order.texts ?? {}, onChunk: (done, total) => report({ done, total, stage: 'collect' }),
  })
  refuseUnlessItFoots(figures)
  return forEdition(await readingOf(core, order), figures)
}

/** The report no further than its edition goes. Counts stay as they are; only texts and names are taken out. */
async function forEdition(reading: Reading, figures: AnnualReport): Promise<AnnualReport> {
  const { view, words } = reading
  const hidden = view.readsDetail('heaviest') ? new Set<string>() : await hiddenTexts(reading)
  const readable = (grade: string | null, manifestation: string): boolean => view.readsDetail(words.weight(grade)) && !hidden.has(manifestation)
  const t = translator(reading.order.locale)
  const stands = (name: string): string => (view.shows('person') ? name : t('withheld-name', { ns: 'reportKinds' }))
  return {
    ...figures,
    riskList: figures.riskList.map((row): RiskRow => {
      const owners = { departmentHead: view.owner(row.departmentHead, words.headOfName(row.department)), leader: view.owner(row.leader, words.leader(row.grade)) }
      return readable(row.grade, row.manifestation) ? { ...row, ...owners } : { ...row, ...owners, riskPoint: view.withheld, manifestation: view.withheld, measures: row.measures.length === 0 ? [] : [view.withheld] }
    }),
    adjustments: figures.adjustments.map((row) => ({
      ...row, decidedBy: stands(row.decidedBy), reason: view.shows('reason') ? row.reason : view.withheld,
      riskPoint: view.readsDetail('heaviest') ? row.riskPoint : view.withheld,
    })),
    assessments: figures.assessments.map((row) => ({ ...row, deductionReason: view.only('reason', row.deductionReason) })),
  }
}

/** What no public edition shows, whatever grade the row bears: the texts of points that somebody else holds for the heaviest. */
async function hiddenTexts({ db, words }: Reading): Promise<Set<string>> {
  const rows = await db.selectFrom('risk_point').select(['manifestation', 'grade_code as gradeCode', 'entry_grade as entryGrade', 'determined_grade as determinedGrade']).where('state', '=', 'in-force').execute()
  return new Set(rows.filter((row) => weightOf(row, words) !== 'lighter').map(({ manifestation }) => manifestation))
}
