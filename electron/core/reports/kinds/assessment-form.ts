import { ratersOf, textIn } from '#shared/model/assessment/definition.ts'
import type { Rater } from '#shared/model/assessment/definition.ts'
import { pointsOf } from '#shared/model/assessment/scores.ts'
import type { Hundredths } from '#shared/model/assessment/scores.ts'
import type { Locale } from '#shared/model/labels.ts'
import { translator } from '#shared/locales/translator.ts'
import type { ClosedItem, ClosedResult } from '../../assessment/closed-result.ts'
import type { StoredCampaign } from '../../assessment/campaign.ts'
import { paperSource } from '../../assessment/paper-source.ts'
import type { DepartmentResult } from '../../assessment/results.ts'
import type { Block, PaperColumn, PaperSection, PaperTable } from '../paper/paper.ts'
import type { Edition, ReportKind } from './report-kind.ts'

export { assessmentResults } from './assessment-results.ts'

/** 考评表: the form of each department, 项目 考核内容 分值 评分标准 自评分 核准分 扣分原因; its sums foot. */
export const assessmentForm: ReportKind = {
  code: 'assessment-form',
  formats: ['docx', 'xlsx', 'pdf'],
  // Reasons for deductions name what is weak and who fell short; they are not for the public.
  editions: ['internal', 'assessment'],
  subject: 'campaign',
  paper: async (core, order, report) => {
    const { campaign, results, organisation, preparedOn } = await paperSource(core, order)
    const sections: PaperSection[] = []
    for (const result of results) {
      sections.push({ page: 'landscape', blocks: formOf(result, { campaign, organisation, locale: order.locale, edition: order.edition }) })
      await report({ done: sections.length, total: results.length, stage: 'collect' })
    }
    return { locale: order.locale, title: campaign.row.title, organisation, preparedOn, sections }
  },
}

interface Setting { readonly campaign: StoredCampaign; readonly organisation: string; readonly locale: Locale; readonly edition: Edition }

const shown = (score: Hundredths | null): string => (score === null ? '' : pointsOf(score).toFixed(2))

function formOf({ content, place }: DepartmentResult, setting: Setting): Block[] {
  const { campaign, organisation, locale } = setting
  const t = translator(locale)
  const ns = 'assessment'
  const weights = ratersOf(campaign.template).map((rater) => t('rater.weight', { ns, rater: t(`rater.${rater}`, { ns }), weight: campaign.template.weights[rater] })).join(' + ')
  const bonus = content.items.filter(({ group }) => group === null)
  const vetoes = content.vetoes.map((text) => textIn(text, locale)).join(t('listSeparator', { ns: 'common' }))
  // What is signed stands on the page of the result, not alone.
  return [
    { kind: 'title', text: t('paper.form.title', { ns }) },
    { kind: 'centred', text: organisation },
    { kind: 'small', text: t('paper.form.department', { ns, department: content.department, year: campaign.row.year }) },
    { kind: 'table', table: itemTable(content, setting) },
    ...(bonus.length === 0 ? [] : [{ kind: 'table-caption', text: t('paper.form.bonus', { ns }) } as const, { kind: 'table', table: bonusTable(content, bonus, setting) } as const]),
    { kind: 'body', text: t('paper.form.result', { ns, department: content.department, total: shown(content.total), base: shown(content.base), bonus: shown(content.bonus), band: content.band.labels[locale], place }), withNext: true },
    ...(vetoes === '' ? [] : [{ kind: 'body', text: t('paper.form.veto', { ns, vetoes }), withNext: true } as const]),
    { kind: 'small', text: t('paper.form.weights', { ns, weights }), withNext: true },
    ...(campaign.row.state === 'closed' ? [] : [{ kind: 'small', text: t('paper.trial', { ns }), withNext: true } as const]),
    { kind: 'form', form: signatures(locale) },
  ]
}

/** The score of an office and a leader stand in the edition for the assessors alone. */
const detailed = ({ campaign, edition }: Setting): Rater[] => (edition === 'assessment' ? ratersOf(campaign.template).filter((rater) => rater !== 'self') : [])

function columnsOf(setting: Setting): PaperColumn[] {
  const t = translator(setting.locale)
  const ns = 'assessment'
  const raters = detailed(setting)
  return [
    { title: t('column.group', { ns }), share: 9, align: 'center' }, { title: t('column.item', { ns }), share: 24 }, { title: t('column.points', { ns }), share: 6, align: 'right' }, { title: t('column.rule', { ns }), share: 20 },
    { title: t('paper.form.self', { ns }), share: 7, align: 'right' }, ...raters.map((rater): PaperColumn => ({ title: t(`rater.${rater}`, { ns }), share: 7, align: 'right' })),
    { title: t('column.final', { ns }), share: 7, align: 'right' }, { title: t('column.reason', { ns }), share: 27 - raters.length * 7 + 7 },
  ]
}

function rowOf(item: ClosedItem, group: string, setting: Setting): string[] {
  const { locale } = setting
  return [group, textIn(item.text, locale), String(pointsOf(item.points)), textIn(item.rule, locale), shown(item.scores.self), ...detailed(setting).map((rater) => shown(item.scores[rater])), shown(item.final), reasonOf(item, setting)]
}

/** Why points are off: what was written, and for a computed item the figure. */
function reasonOf({ code, reasons, counts, all, points, final }: ClosedItem, { campaign, locale }: Setting): string {
  const t = translator(locale)
  const ns = 'assessment'
  const computed = [...campaign.template.groups.flatMap(({ items }) => items), ...campaign.template.bonus.items].find((item) => item.code === code)?.computed
  const figure = computed === undefined || counts === null || all === null || final === points ? [] : [t('paper.form.figure', { ns, indicator: t(`indicator.${computed.indicator}`, { ns }), counts, all })]
  return [...figure, ...reasons.map(({ rater, reason }) => t('reason.by', { ns, rater: t(`rater.${rater}`, { ns }), reason }))].join('\n')
}

const sumOf = (items: readonly ClosedItem[], of: (item: ClosedItem) => Hundredths | null): string => shown(items.reduce((sum, item) => sum + (of(item) ?? 0), 0))

const totalRow = (items: readonly ClosedItem[], { label, points, final }: { label: string; points: Hundredths; final: Hundredths }, setting: Setting): string[] =>
  [label, '', String(pointsOf(points)), '', sumOf(items, ({ scores }) => scores.self), ...detailed(setting).map((rater) => sumOf(items, ({ scores }) => scores[rater])), shown(final), '']

function itemTable(content: ClosedResult, setting: Setting): PaperTable {
  const t = translator(setting.locale)
  const groups = new Map(content.groups.map(({ code, name }) => [code, textIn(name, setting.locale)]))
  const items = content.items.filter(({ group }) => group !== null)
  return {
    name: content.department, columns: columnsOf(setting), merged: [0], totalFrom: 0, size: setting.locale === 'en' ? 'fine' : 'small',
    rows: [...items.map((item) => rowOf(item, groups.get(item.group ?? '') ?? '', setting)), totalRow(items, { label: t('sheet.total', { ns: 'assessment' }), points: content.full, final: content.base }, setting)],
  }
}

/** Where bonus items come to more than the ceiling, what is over stands in a line of its own, so that the column foots. */
function bonusTable(content: ClosedResult, items: readonly ClosedItem[], setting: Setting): PaperTable {
  const t = translator(setting.locale)
  const ns = 'assessment'
  const over = items.reduce((sum, { final }) => sum + final, 0) - content.bonus
  const columns = columnsOf(setting)
  const beyond = columns.map(({ title }, at) => (at === 0 ? t('paper.form.over', { ns }) : title === t('column.final', { ns }) ? shown(-over) : ''))
  const label = t('sheet.bonus.ceiling', { ns, ceiling: setting.campaign.template.bonus.ceiling })
  const total = totalRow(items, { label, points: items.reduce((sum, { points }) => sum + points, 0), final: content.bonus }, setting)
  return { columns, merged: [0], totalFrom: 0, size: setting.locale === 'en' ? 'fine' : 'small', rows: [...items.map((item) => rowOf(item, t('sheet.bonus', { ns }), setting)), ...(over > 0 ? [beyond] : []), total] }
}

function signatures(locale: Locale) {
  const t = translator(locale)
  const label = (key: 'department' | 'office' | 'lead' | 'date') => ({ text: t(`paper.sign.${key}`, { ns: 'assessment' }), label: true })
  const blank = { text: '', lines: 2 }
  return { shares: [2, 3, 2, 3, 2, 3], rows: [[label('department'), blank, label('office'), blank, label('lead'), blank], [label('date'), blank, label('date'), blank, label('date'), blank]] }
}
