import type { LabelledCount } from '#shared/model/report-figures.ts'
import { percentText, rateInTenths } from '#shared/model/report-figures.ts'
import type { OfficerRemarks } from '../annual-report-model.ts'
import { findingsOf } from '../findings.ts'
import type { Block } from '../paper/paper.ts'
import { assessmentSummary, withReasons } from './annexes.ts'
import type { Draft } from './draft.ts'
import { riskChapter } from './risk-chapter.ts'

const body = (text: string): Block => ({ kind: 'body', text })
/** A list of names and their counts: more room for the names. */
const nameAndCount = { name: 5244, count: 3600 } as const

/** The eight chapters in their fixed order. */
export function chapters(draft: Draft): Block[] {
  const { texts } = draft
  const titles = texts.chapters
  const parts: [string, Block[]][] = [
    [titles.situation, situation(draft)],
    [titles.work, [...texts.work(draft.report).map(body), ...remarks(draft, 'workDone')]],
    [titles.risks, riskChapter(draft)],
    [titles.measures, measures(draft)],
    [titles.warnings, warnings(draft)],
    [titles.assessment, assessment(draft)],
    [titles.problems, problems(draft)],
    [titles.plans, plans(draft)],
  ]
  return parts.flatMap(([title, content], index): Block[] => [{ kind: 'chapter', text: `${texts.chapterNumber(index)}${title}` }, ...content])
}

function remarks({ report }: Draft, section: keyof OfficerRemarks): Block[] {
  return (report.remarks?.[section] ?? []).map(body)
}

interface CountTable {
  readonly first: string
  readonly rows: readonly LabelledCount[]
  readonly total: number
}

/** Longer lists of counts are set in two halves side by side, so that they keep to one page. */
const longList = 10

function countTable(draft: Draft, caption: string, counts: CountTable): Block[] {
  const { words } = draft.texts
  const entries = [...counts.rows.map((row) => [row.label || words.unassigned, String(row.count)]), [words.total, String(counts.total)]]
  return counts.rows.length > longList ? twoHalves(draft, caption, { first: counts.first, entries }) : oneList(draft, caption, { first: counts.first, entries })
}

interface CountEntries {
  readonly first: string
  readonly entries: readonly (readonly string[])[]
}

function oneList({ texts, table }: Draft, caption: string, { first, entries }: CountEntries): Block[] {
  return table(caption, { columns: [{ title: first, share: nameAndCount.name }, { title: texts.words.count, share: nameAndCount.count, align: 'center', numbers: true }], rows: entries, totalFrom: 0 })
}

/** The left half runs down first; the total closes the right half. */
function twoHalves({ texts, table }: Draft, caption: string, { first, entries }: CountEntries): Block[] {
  const half = Math.ceil(entries.length / 2)
  const right = entries.slice(half, -1)
  const rightHalf = [...right, ...Array.from({ length: half - right.length - 1 }, () => ['', '']), ...entries.slice(-1)]
  const pair = [{ title: first, share: 3122 }, { title: texts.words.count, share: 1300, align: 'center' as const, numbers: true }]
  return table(caption, { columns: [...pair, ...pair], rows: entries.slice(0, half).map((left, index) => [...left, ...(rightHalf[index] ?? [])]), totalFrom: 2 })
}

function situation(draft: Draft): Block[] {
  const { report: { powers }, texts } = draft
  return [
    ...texts.situation(draft.report).map(body),
    ...countTable(draft, texts.captions.powersByType, { first: texts.words.powerType, rows: powers.byType, total: powers.total }),
    ...countTable(draft, texts.captions.powersByDepartment, { first: texts.words.department, rows: powers.byDepartment, total: powers.total }),
  ]
}

function measures({ report, texts, table }: Draft): Block[] {
  const rate = rateInTenths(report.measures.done, report.measures.due)
  return [
    ...texts.measuresSummary(report.measures).map(body),
    ...table(texts.captions.measures, {
      columns: [{ title: texts.words.item, share: nameAndCount.name }, { title: texts.words.count, share: nameAndCount.count, align: 'center', numbers: true }],
      rows: [
        ...texts.measureRows(report.measures).map(([label, count]) => [label, String(count)]),
        [texts.words.total, String(report.measures.total)],
        [texts.completionRate, rate === undefined ? texts.noRate : percentText(rate)],
      ],
    }),
  ]
}

function warnings(draft: Draft): Block[] {
  const { report, texts } = draft
  if (report.warnings === undefined || report.warnings.total === 0) return [body(texts.noWarnings)]
  const { byLevel, total } = report.warnings
  return [body(texts.warningsSummary(report.warnings)), ...countTable(draft, texts.captions.warnings, { first: texts.words.level, rows: byLevel, total })]
}

/** The chapter tells what each department came to; its items stand in the annex. */
function assessment({ report, texts, table }: Draft): Block[] {
  if (report.assessments.length === 0) return [body(texts.noAssessment)]
  const totals = report.assessments.filter(({ total }) => total === true)
  const summary = texts.assessmentSummary({ rows: report.assessments.length - totals.length, departments: totals.length, reasons: withReasons(report) })
  return [body(summary), ...table(texts.captions.assessment, assessmentSummary({ ...report, assessments: totals.length === 0 ? report.assessments : totals }, texts))]
}

function problems(draft: Draft): Block[] {
  const { report, texts } = draft
  const found = findingsOf(report)
  const computed: Block[] = found.length === 0 ? [body(texts.noProblems)]
    : [{ kind: 'body', text: texts.problemsIntroduction, withNext: true }, ...found.map((finding, index) => body(`${texts.itemNumber(index)}${texts.finding(finding, report)}`))]
  return [...computed, ...remarks(draft, 'problems')]
}

function plans(draft: Draft): Block[] {
  const { report, texts } = draft
  const found = findingsOf(report)
  const computed: Block[] = found.length === 0 ? [body(texts.noPlans)]
    : [{ kind: 'body', text: texts.plansIntroduction, withNext: true }, ...found.map((finding, index) => body(`${texts.itemNumber(index)}${texts.nextStep(finding, report)}`))]
  return [...computed, ...remarks(draft, 'plans')]
}
