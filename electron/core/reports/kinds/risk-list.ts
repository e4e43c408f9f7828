import type { Core } from '../../core.ts'
import type { Report } from '../../long-work.ts'
import type { Paper } from '../paper/paper.ts'
import { numberedLines } from '../plain-text.ts'
import { footPoints, pointSum } from './foot-points.ts'
import { headedSection, listBlocks, numberColumn, titleOf, widePaper, wordsFor } from './list-paper.ts'
import type { ListColumn } from './list-paper.ts'
import { readingOf, readPoints } from './read-points.ts'
import type { PointView, Reading } from './read-points.ts'
import type { ReportKind, ReportOrder } from './report-kind.ts'

/** What a cell of measures shows: each measure with its number, that there is none, or that they are not for everybody. */
export function measuresCell({ measures, detail, measureCount }: PointView, { view, order }: Reading): string {
  if (!detail) return view.withheld
  return measureCount === 0 ? wordsFor({ order })('none') : numberedLines(measures.map(({ content }) => content))
}

type Column = ListColumn<PointView>

/** 9 列一览表. */
function nineColumns(reading: Reading): Column[] {
  const w = wordsFor(reading)
  return [
    numberColumn(reading),
    { title: w('col.unit'), share: 11, align: 'center', text: (point) => point.department || w('unassigned') },
    { title: w('col.category'), share: 7.8, align: 'center', text: (point) => point.category || w('unassigned') },
    { title: w('col.point'), share: 14.5, text: (point) => point.name },
    { title: w('col.manifestation'), share: 18.2, text: (point) => point.manifestation },
    { title: w('col.grade'), share: 5.5, align: 'center', text: (point) => point.grade || w('ungraded') },
    { title: w('col.measures'), share: 21.5, text: (point) => measuresCell(point, reading) },
    { title: w('col.head'), share: 9.2, align: 'center', text: (point) => point.head || w('none') },
    { title: w('col.leader'), share: 7.8, align: 'center', text: (point) => point.leader || w('none') },
  ]
}

/** 10 列一览表: by key step, with the posts concerned and the rules a measure rests on. */
function tenColumns(reading: Reading): Column[] {
  const w = wordsFor(reading)
  return [
    numberColumn(reading),
    { title: w('col.department'), share: 8.5, align: 'center', text: (point) => point.department || w('unassigned') },
    { title: w('col.key-step'), share: 11.5, text: (point) => (point.step === '' ? point.power : w('power-step', { power: point.power, step: point.step })) },
    { title: w('col.point-manifestation'), share: 17, text: (point) => point.manifestation },
    { title: w('col.posts'), share: 8.5, align: 'center', text: (point) => point.post || w('none') },
    { title: w('col.grade'), share: 5.2, align: 'center', text: (point) => point.grade || w('ungraded') },
    { title: w('col.basis-measures'), share: 23, text: (point) => basisAndMeasures(point, reading) },
    { title: w('col.owner'), share: 8.2, align: 'center', text: (point) => point.owner || w('none') },
    { title: w('col.department-owner'), share: 8.2, align: 'center', text: (point) => point.head || w('none') },
    { title: w('col.leader'), share: 7.4, align: 'center', text: (point) => point.leader || w('none') },
  ]
}

/** Where no rule is known the measures stand alone: a second part without a first reads like a part that was lost. */
function basisAndMeasures(point: PointView, reading: Reading): string {
  const w = wordsFor(reading)
  if (!point.detail) return reading.view.withheld
  const measures = measuresCell(point, reading)
  return point.rules === '' ? measures : [w('basis-part'), point.rules, w('measures-part'), measures].join('\n')
}

/** Departments are merged over their rows. */
const departmentColumn = [1]

const listKind = (code: string, columnsOf: (reading: Reading) => Column[]): ReportKind => ({
  code, formats: ['docx', 'xlsx', 'pdf'], editions: ['public', 'internal', 'assessment'], subject: 'year',
  paper: async (core: Core, order: ReportOrder, report: Report): Promise<Paper> => {
    const reading = await readingOf(core, order)
    const points = await readPoints(reading, report)
    await footPoints(reading, points)
    return riskListPaper(reading, points, { code, columnsOf })
  },
})

function riskListPaper(reading: Reading, points: readonly PointView[], { code, columnsOf }: { code: string; columnsOf: (reading: Reading) => Column[] }): Paper {
  const w = wordsFor(reading)
  const title = titleOf(reading, code)
  const blocks = listBlocks({ name: w('sheet.risk-list'), columns: columnsOf(reading), rows: points, empty: w('empty.points'), merged: departmentColumn, below: [pointSum(reading, points)] }, reading)
  return widePaper(reading, title, [headedSection(reading, title, blocks)])
}

export const riskList = listKind('risk-list', nineColumns)
export const riskListTen = listKind('risk-list-10', tenColumns)
