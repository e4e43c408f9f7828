import { textIn } from '#shared/model/assessment/definition.ts'
import { pointsOf } from '#shared/model/assessment/scores.ts'
import type { Locale } from '#shared/model/labels.ts'
import { translator } from '#shared/locales/translator.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { AssessmentRow } from '../reports/annual-report-model.ts'
import { readCampaign } from './campaign.ts'
import { departmentResults } from './results.ts'

/**
 * What the annual report says of the year's assessment: the items of each department in the order of the ranking, each
 * department ending with its total. Only closed campaigns are told of; they close after their year was frozen, so they
 * are read from today's register.
 */
export async function annualAssessments(db: ReadableDatabase, { year, locale }: { year: number; locale: Locale }): Promise<AssessmentRow[]> {
  const campaigns = await db.selectFrom('assessment_campaign').select(['id', 'title']).where('year', '=', year).where('state', '=', 'closed').orderBy('number').execute()
  const t = translator(locale)
  const rows: AssessmentRow[] = []
  for (const { id, title } of campaigns) {
    for (const { content, place } of await departmentResults(db, await readCampaign(db, id))) {
      const subject = campaigns.length === 1 ? content.department : `${content.department} · ${title}`
      const items = content.items.map((item): AssessmentRow => ({
        subject, item: textIn(item.text, locale), fullScore: pointsOf(item.points), selfScore: item.scores.self === null ? null : pointsOf(item.scores.self), approvedScore: pointsOf(item.final),
        deductionReason: [...(item.counts === null || item.final === item.points ? [] : [t('report.figure', { ns: 'assessment', counts: item.counts, all: item.all ?? 0 })]), ...new Set(item.reasons.map(({ reason }) => reason))].join('\n'),
      }))
      const self = content.items.reduce((sum, { scores }) => sum + (scores.self ?? 0), 0)
      rows.push(...items, {
        total: true, subject, item: t('report.total', { ns: 'assessment', band: content.band.labels[locale], place }), fullScore: pointsOf(content.full), selfScore: pointsOf(self), approvedScore: pointsOf(content.total),
        deductionReason: content.vetoes.map((text) => textIn(text, locale)).join('\n'),
      })
    }
  }
  return rows
}
