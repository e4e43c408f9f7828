import { textIn } from '#shared/model/assessment/definition.ts'
import { pointsOf } from '#shared/model/assessment/scores.ts'
import type { Locale } from '#shared/model/labels.ts'
import { translator } from '#shared/locales/translator.ts'
import { paperSource } from '../../assessment/paper-source.ts'
import type { PaperSource } from '../../assessment/paper-source.ts'
import { readResults } from '../../assessment/results.ts'
import type { Block, PaperColumn, PaperTable } from '../paper/paper.ts'
import type { Edition, ReportKind } from './report-kind.ts'

/** The ranking of all departments. What is published tells score and band; why a department was held down stays inside. */
export const assessmentResults: ReportKind = {
  code: 'assessment-results',
  formats: ['docx', 'xlsx', 'pdf'],
  editions: ['public', 'internal', 'assessment'],
  subject: 'campaign',
  paper: async (core, order, report) => {
    const source = await paperSource(core, order)
    const { campaign: { row }, organisation, preparedOn } = source
    const t = translator(order.locale)
    const ns = 'assessment'
    const blocks: Block[] = [
      { kind: 'title', text: t('paper.results.title', { ns, year: row.year }) },
      { kind: 'centred', text: organisation },
      { kind: 'table', table: await ranking(source, order) },
      { kind: 'small', text: t('paper.results.note', { ns }) },
      ...(row.result_hash === null ? [{ kind: 'small', text: t('paper.trial', { ns }) } as const] : order.edition === 'public' ? [] : [{ kind: 'small', text: t('paper.hash', { ns, hash: row.result_hash }) } as const]),
    ]
    await report({ done: 1, total: 1, stage: 'collect' })
    return { locale: order.locale, title: row.title, organisation, preparedOn, sections: [{ page: 'portrait', blocks }] }
  },
}

const number = (title: string, share: number): PaperColumn => ({ title, share, align: 'right' })

async function ranking({ db, campaign, results }: PaperSource, { locale, edition }: { locale: Locale; edition: Edition }): Promise<PaperTable> {
  const t = translator(locale)
  const ns = 'assessment'
  const { earlier, rows } = await readResults(db, campaign.row.id)
  const before = new Map(rows.map((one) => [one.departmentId, one.earlier[0] ?? null]))
  const inside = edition !== 'public'
  const [last] = inside ? earlier : []
  return {
    name: t('results.table', { ns }), size: 'body',
    columns: [
      { title: t('column.place', { ns }), share: 10, align: 'center' }, { title: t('column.department', { ns }), share: 26 }, ...(inside ? [number(t('column.base', { ns }), 12), number(t('column.bonus', { ns }), 10)] : []), number(t('column.total', { ns }), 12),
      { title: t('column.band', { ns }), share: 14, align: 'center' }, ...(last === undefined ? [] : [number(t('column.earlier', { ns, year: last.year }), 12)]), ...(inside ? [{ title: t('column.veto', { ns }), share: 22 }] : []),
    ],
    rows: results.map(({ departmentId, place, content }) => [
      String(place), content.department, ...(inside ? [pointsOf(content.base).toFixed(2), pointsOf(content.bonus).toFixed(2)] : []), pointsOf(content.total).toFixed(2), content.band.labels[locale],
      ...(last === undefined ? [] : [before.get(departmentId)?.total.toFixed(2) ?? '']), ...(inside ? [content.vetoes.map((text) => textIn(text, locale)).join('\n') || t('none', { ns: 'reportKinds' })] : []),
    ]),
  }
}
