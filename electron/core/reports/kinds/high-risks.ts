import type { Paper } from '../paper/paper.ts'
import { footPoints, pointSum } from './foot-points.ts'
import { headedSection, listBlocks, numberColumn, titleOf, widePaper, wordsFor } from './list-paper.ts'
import type { ListColumn } from './list-paper.ts'
import { readingOf, readPoints } from './read-points.ts'
import type { PointView, Reading } from './read-points.ts'
import type { ReportKind } from './report-kind.ts'
import { measuresCell } from './risk-list.ts'

/** 高风险清单: the points of the heaviest grade. The public reads where they lie and who answers for them, not how they could be used. */
export const highRisks: ReportKind = {
  code: 'high-risks', formats: ['docx', 'xlsx', 'pdf'], editions: ['public', 'internal', 'assessment'], subject: 'year',
  paper: async (core, order, report) => {
    const reading = await readingOf(core, order)
    const gradeCodes = reading.words.grades.slice(0, 1)
    const points = await readPoints(reading, report, { gradeCodes })
    await footPoints(reading, points, { gradeCodes })
    return highRisksPaper(reading, points)
  },
}

function highRisksPaper(reading: Reading, points: readonly PointView[]): Paper {
  const w = wordsFor(reading)
  const title = titleOf(reading, 'high-risks')
  const blocks = listBlocks({ name: w('kind.high-risks'), columns: columnsOf(reading), rows: points, empty: w('empty.high-risks'), merged: [1], below: [pointSum(reading, points)] }, reading)
  return widePaper(reading, title, [headedSection(reading, title, blocks)])
}

function columnsOf(reading: Reading): ListColumn<PointView>[] {
  const w = wordsFor(reading)
  return [
    numberColumn(reading),
    { title: w('col.unit'), share: 10, align: 'center', text: (point) => point.department || w('unassigned') },
    { title: w('col.power'), share: 12, text: (point) => point.power },
    { title: w('col.step'), share: 6.5, align: 'center', text: (point) => point.step || w('none') },
    { title: w('col.category'), share: 7.8, align: 'center', text: (point) => point.category || w('unassigned') },
    { title: w('col.manifestation'), share: 18, text: (point) => point.manifestation },
    { title: w('col.measures'), share: 20, text: (point) => measuresCell(point, reading) },
    { title: w('col.owner'), share: 8, align: 'center', text: (point) => point.owner || w('none') },
    { title: w('col.head'), share: 8, align: 'center', text: (point) => point.head || w('none') },
    { title: w('col.leader'), share: 7.8, align: 'center', text: (point) => point.leader || w('none') },
  ]
}
