import type { RiskMatrix } from '../annual-report-model.ts'
import { plainLine } from '../plain-text.ts'
import { gradeColour, ink, noGradeColour } from './grade-colours.ts'
import type { GradeColour } from './grade-colours.ts'
import { box, drawing, labelLines, textBlock, textPixels } from './svg.ts'
import type { Drawing } from './svg.ts'

export interface MatrixChart {
  readonly matrix: RiskMatrix
  readonly grades: readonly string[]
  readonly words: { readonly likelihood: string; readonly severity: string }
  /** CSS pixels. */
  readonly width: number
}

const size = 13
const rowLabelColumns = 14
const columnLabelColumns = 14
const cellHeight = 58
const corner = 26

/**
 * Likelihood down, severity across, the number of risk points in each cell. A cell carries the colour and the word of
 * the grade it leads to, so it reads without colour. Heaviest is at the top left, as the labels are given.
 */
export function riskMatrix({ matrix, grades, words, width }: MatrixChart): Drawing {
  const rowLabels = matrix.likelihood.map((label) => labelLines(plainLine(label), rowLabelColumns))
  const columnLabels = matrix.severity.map((label) => labelLines(plainLine(label), columnLabelColumns))
  const left = corner + Math.max(0, ...rowLabels.flat().map((line) => textPixels(line, size))) + 10
  const top = corner + Math.max(1, ...columnLabels.map((lines) => lines.length)) * size * 1.25 + 8
  const cellWidth = (width - left - 1) / Math.max(1, matrix.severity.length)
  const height = top + matrix.likelihood.length * cellHeight + 1
  const rows = rowLabels.map((lines, row) => textBlock(lines, { x: left - 8, y: top + (row + 0.5) * cellHeight }, { size, anchor: 'end' }))
  const columns = columnLabels.map((lines, column) => textBlock(lines, { x: left + (column + 0.5) * cellWidth, y: (corner + top) / 2 }, { size, anchor: 'middle' }))
  const cells = matrix.likelihood.flatMap((_, row) =>
    matrix.severity.map((__, column) => drawCell(cellOf(matrix, grades, { row, column }), { x: left + column * cellWidth, y: top + row * cellHeight, width: cellWidth, height: cellHeight })))
  const acrossTitle = textBlock([words.severity], { x: left + (width - left) / 2, y: corner / 2 }, { size, fill: ink.quiet, anchor: 'middle' })
  const downTitle = `<g transform="rotate(-90 ${corner / 2} ${(top + height) / 2})">${textBlock([words.likelihood], { x: corner / 2, y: (top + height) / 2 }, { size, fill: ink.quiet, anchor: 'middle' })}</g>`
  return drawing({ width, height }, [acrossTitle, downTitle, ...columns, ...rows, ...cells])
}

interface Cell {
  readonly count: number
  readonly grade: string
  readonly colour: GradeColour
}

function cellOf(matrix: RiskMatrix, grades: readonly string[], at: { row: number; column: number }): Cell {
  const grade = matrix.gradeOfCell?.[at.row]?.[at.column]
  const label = grade === undefined ? '' : plainLine(grades[grade] ?? '')
  return { count: matrix.counts[at.row]?.[at.column] ?? 0, grade: label, colour: grade === undefined ? noGradeColour : gradeColour(grade, grades.length) }
}

/** A cell with points is filled; an empty one keeps only its edge and the word, so the eye goes to where points are. */
function drawCell({ count, grade, colour }: Cell, at: { x: number; y: number; width: number; height: number }): string {
  const filled = count > 0
  const ground = filled ? box(at, colour.fill, ink.paper) : box(at, ink.paper, ink.rule)
  const text = filled ? colour.text : ink.quiet
  const number = textBlock([String(count)], { x: at.x + at.width / 2, y: at.y + at.height / 2 - (grade === '' ? 0 : 7) }, { size: 18, fill: text, anchor: 'middle' })
  const word = grade === '' ? '' : textBlock([grade], { x: at.x + at.width / 2, y: at.y + at.height - 13 }, { size: 11, fill: text, anchor: 'middle' })
  return ground + number + word
}
