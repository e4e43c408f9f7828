import { riskPatchSchema } from '#shared/contract/risks.ts'
import { foldText, keyOf } from '#shared/model/text-key.ts'
import { parseMixedGrade } from '../../workbooks/cells/parse-mixed-grade.ts'
import { splitNumberedItems } from '../../workbooks/cells/split-items.ts'
import type { RiskFacts } from './facts.ts'
import { departmentIn, filled } from './common-cells.ts'
import { powerRefIn } from './power-row.ts'
import { measuresIn } from './risk-row.ts'
import { shortened } from './row-cells.ts'
import type { RowCells } from './row-cells.ts'
import type { Words } from './words.ts'

const { shape } = riskPatchSchema

/** A row of the 情况表: all points of a power with one mixed grade. Numbers that do not add up are refused, not guessed. */
export function readSituationRow(cells: RowCells, words: Words): RiskFacts {
  const power = powerRefIn(cells, 'name')
  cells.demand('name')
  const manifestations = pointsIn(cells)
  const single = manifestations.length === 1
  const grades = gradesIn(cells, words, manifestations.length)
  return {
    kind: 'risk',
    place: cells.place,
    power,
    department: departmentIn(cells),
    post: '',
    step: '',
    manifestations,
    fields: filled({ directOwner: cells.value('responsible', shape.directOwner) }),
    grade: single && grades[0] !== undefined ? { stated: grades[0], factors: new Map(), reason: '' } : undefined,
    mixedGrade: single ? [] : grades,
    measures: measuresIn(cells, cells.text('measures')),
    basis: single ? 'stated' : 'shared',
    confirm: undefined,
    sharedMeasures: [],
    measureFields: {},
  }
}

function pointsIn(cells: RowCells): string[] {
  const items = splitNumberedItems(cells.text('manifestation')).map((item) => cells.held('manifestation', item, shape.manifestation)).filter((item) => keyOf(item) !== '')
  if (items.length === 0 && !cells.refused) cells.refuse('cell.required', 'manifestation')
  const twice = items.find((item, index) => items.findIndex((other) => keyOf(other) === keyOf(item)) !== index)
  if (twice !== undefined) cells.refuse('points.twice', 'manifestation', { text: shortened(twice) })
  checkCount(cells, items.length)
  return items
}

function checkCount(cells: RowCells, items: number): void {
  const text = foldText(cells.text('riskCount')).replace(/\s*[个项处条]$/u, '')
  if (text === '' || items === 0) return
  if (!/^\d{1,5}$/u.test(text)) cells.refuse('count.unreadable', 'riskCount', { text: shortened(text) })
  else if (Number(text) !== items) cells.refuse('points.count', 'riskCount', { stated: Number(text), items })
}

/** One grade for each point, in the order written. A grade without numbers holds for every point. */
function gradesIn(cells: RowCells, words: Words, points: number): string[] {
  const text = cells.text('grade')
  if (text === '' || points === 0) return []
  const whole = words.grade.read(text)
  if (whole !== undefined) return Array.from({ length: points }, () => whole)
  const parts = parseMixedGrade(text)?.map(({ word, count }) => ({ grade: words.grade.read(word), count }))
  // 1高1一级 names one grade by two words: whether to add or to correct stays open.
  const clear = parts !== undefined && new Set(parts.map(({ grade }) => grade)).size === parts.length
  const grades = clear ? parts.flatMap(({ grade, count }) => Array.from({ length: count }, () => grade)) : undefined
  const known = grades?.filter((grade) => grade !== undefined) ?? []
  if (grades === undefined || known.length < grades.length) cells.refuse('grade.unknown', 'grade', { word: shortened(text), accepted: words.grade.accepted })
  else if (known.length !== points) cells.refuse('grade.sum', 'grade', { word: shortened(text), sum: known.length, items: points })
  return known
}
