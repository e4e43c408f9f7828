import type { Paper, PaperSection } from '../paper/paper.ts'
import { numberedLines } from '../plain-text.ts'
import { footPoints, pointSum } from './foot-points.ts'
import { headedSection, listBlocks, titleOf, widePaper, wordsFor } from './list-paper.ts'
import type { ListColumn } from './list-paper.ts'
import { decisionsOf, readingOf, readPoints } from './read-points.ts'
import type { Decision, PointView, Reading } from './read-points.ts'
import type { ReportKind } from './report-kind.ts'

type Opinions = ReadonlyMap<string, readonly Decision[]>

/** 排查表, one for each department. */
export const survey: ReportKind = {
  code: 'survey', formats: ['docx', 'xlsx', 'pdf'], editions: ['public', 'internal', 'assessment'], subject: 'year',
  paper: async (core, order, report) => {
    const reading = await readingOf(core, order)
    const points = await readPoints(reading, report)
    await footPoints(reading, points)
    const opinions = reading.view.shows('reason') ? await decisionsOf(reading.db, points.map(({ id }) => id)) : new Map<string, Decision[]>()
    return surveyPaper(reading, points, opinions)
  },
}

function surveyPaper(reading: Reading, points: readonly PointView[], opinions: Opinions): Paper {
  const w = wordsFor(reading)
  const title = titleOf(reading, 'survey')
  const departments = [...Map.groupBy(points, (point) => point.departmentId)]
  const sections = departments.map(([id, own]): PaperSection => {
    const name = reading.words.department(id) || w('unassigned')
    const blocks = listBlocks({ name, columns: columnsOf(reading, opinions), rows: own, empty: w('empty.points'), merged: [0, 1], below: [pointSum(reading, own)] }, reading)
    return headedSection(reading, title, blocks, [w('of-department', { department: name })])
  })
  return widePaper(reading, title, sections.length > 0 ? sections : [headedSection(reading, title, [{ kind: 'body', text: w('empty.points') }])])
}

function columnsOf(reading: Reading, opinions: Opinions): ListColumn<PointView>[] {
  const w = wordsFor(reading)
  const { view, words } = reading
  return [
    { title: w('col.department-short'), share: 7, align: 'center', text: (point) => point.department || w('unassigned') },
    { title: w('col.power-name'), share: 10, text: (point) => point.power },
    { title: w('col.process-step'), share: 6.5, align: 'center', text: (point) => point.step || w('none') },
    { title: w('col.post'), share: 7, align: 'center', text: (point) => point.post || w('none') },
    { title: w('col.category'), share: 6.5, align: 'center', text: (point) => point.category || w('unassigned') },
    { title: w('col.point-and-manifestation'), share: 16, text: (point) => point.manifestation },
    { title: w('col.self-grade'), share: 5.5, align: 'center', text: (point) => words.grade(selfGrade(opinions.get(point.id)) ?? point.gradeCode) || w('ungraded') },
    { title: w('col.existing-rules'), share: 12, text: (point) => (point.detail ? numberedLines([...(point.rules === '' ? [] : [point.rules]), ...point.measures.filter(({ planned }) => !planned).map(({ content }) => content)]) || w('none') : view.withheld) },
    { title: w('col.planned-measures'), share: 12, text: (point) => (point.detail ? numberedLines(point.measures.filter(({ planned }) => planned).map(({ content }) => content)) || w('none') : view.withheld) },
    { title: w('col.responsible'), share: 7, align: 'center', text: (point) => point.owner || w('none') },
    { title: w('col.due'), share: 7.5, align: 'center', text: (point) => point.measures.find(({ planned, dueOn }) => planned && dueOn !== '')?.dueOn ?? w('none') },
    ...(view.shows('reason') ? [{ title: w('col.opinion'), share: 9, text: (point: PointView) => opinionOf(opinions.get(point.id), reading) }] : []),
  ]
}

const selfGrade = (decisions: readonly Decision[] | undefined): string | null | undefined => decisions?.find(({ action }) => action === 'submit')?.grade

/** What the last reviewer said; by whom and when. */
function opinionOf(decisions: readonly Decision[] | undefined, reading: Reading): string {
  const w = wordsFor(reading)
  const last = decisions?.findLast(({ action }) => action === 'pass' || action === 'return' || action === 'take-over')
  if (last === undefined) return w('none')
  const verdict = w(`verdict.${last.action}`)
  const by = reading.view.only('person', last.person)
  return [last.reason === '' ? verdict : w('verdict.reason', { verdict, reason: last.reason }), ...(by === '' ? [] : [by, last.decided_on])].join('\n')
}
