import type { GradeRow } from '#shared/model/report-figures.ts'
import { sumOf } from '#shared/model/report-figures.ts'
import { plainLine } from '../plain-text.ts'
import { gradeColour, ink, noGradeColour } from './grade-colours.ts'
import type { GradeColour } from './grade-colours.ts'
import { box, drawing, labelLines, round, textBlock, textPixels } from './svg.ts'
import type { Drawing } from './svg.ts'

export interface StackedBars {
  readonly rows: readonly GradeRow[]
  /** Labels of the scale, heaviest first. */
  readonly grades: readonly string[]
  readonly ungraded: string
  readonly unassigned: string
  /** Label of the bar that stands for all rows beyond `maximumBars`. */
  readonly rest: (rows: number) => string
  /** CSS pixels. */
  readonly width: number
}

interface Bar {
  readonly lines: readonly string[]
  readonly counts: readonly number[]
  readonly total: number
  /** Room for the bar and for all lines of its label. */
  readonly height: number
}

interface Scale {
  /** Where the bars begin: the zero line. */
  readonly zero: number
  readonly pixelsPerPoint: number
}

/** More bars than this do not fit on one page beside their caption. */
export const maximumBars = 24

const size = 13
const labelColumns = 24
const keyHeight = 30
const gap = 10
const thickness = 24
/** All counts of a bar, below it. */
const detail = { size: 11, height: 15 } as const

function heavier(a: GradeRow, b: GradeRow): number {
  return a.byGrade.map((count, index) => (b.byGrade[index] ?? 0) - count).find((difference) => difference !== 0) ?? 0
}

/** Longest bar first; equal ones by their heavier grades, then by name, so the order never depends on chance. */
function sorted(rows: readonly GradeRow[]): GradeRow[] {
  return rows.toSorted((a, b) => b.total - a.total || heavier(a, b) || (a.label < b.label ? -1 : 1))
}

/** The rows to draw: all of them, or the longest and one bar for the rest. */
function drawnRows({ rows, rest, grades }: StackedBars): GradeRow[] {
  const all = sorted(rows)
  if (all.length <= maximumBars) return all
  const others = all.slice(maximumBars - 1)
  const byGrade = grades.map((_, index) => sumOf(others.map((row) => row.byGrade[index] ?? 0)))
  const together = { label: rest(others.length), byGrade, ungraded: sumOf(others.map((row) => row.ungraded)), total: sumOf(others.map((row) => row.total)) }
  return [...all.slice(0, maximumBars - 1), together]
}

function barOf(row: GradeRow, unassigned: string): Bar {
  const lines = labelLines(plainLine(row.label) || unassigned, labelColumns)
  return { lines, counts: [...row.byGrade, row.ungraded], total: row.total, height: Math.max(thickness, lines.length * size * 1.25) }
}

/**
 * Horizontal stacked bars on a zero baseline: the whole label beside each bar, the count in each segment that can hold
 * it, the total at the end. Where a segment is too narrow for its count, a line below the bar spells all counts out.
 */
export function stackedBars(chart: StackedBars): Drawing {
  const bars = drawnRows(chart).map((row) => barOf(row, chart.unassigned))
  const names = [...chart.grades.map(plainLine), chart.ungraded]
  const colours = [...chart.grades.map((_, index) => gradeColour(index, chart.grades.length)), noGradeColour]
  const shown = names.map((_, index) => index < chart.grades.length || bars.some((bar) => (bar.counts[index] ?? 0) > 0))
  const scale = scaleFor(bars, chart.width)
  let y = keyHeight
  const drawn = bars.map((bar) => {
    const details = detailsOf(bar, names, scale.pixelsPerPoint)
    const part = drawBar(bar, y, { scale, colours, details })
    y += bar.height + (details === '' ? 0 : detail.height) + gap
    return part
  })
  const baseline = `<line x1="${round(scale.zero)}" x2="${round(scale.zero)}" y1="${keyHeight - 4}" y2="${round(y - gap + 4)}" stroke="${ink.rule}" stroke-width="1"/>`
  return drawing({ width: chart.width, height: y }, [drawKey({ names, colours, shown }, scale.zero), ...drawn, baseline])
}

/** Room for the widest label on the left and the widest total on the right. */
function scaleFor(bars: readonly Bar[], width: number): Scale {
  const labels = Math.max(0, ...bars.flatMap((bar) => bar.lines.map((line) => textPixels(line, size))))
  const longest = Math.max(1, ...bars.map((bar) => bar.total))
  const zero = labels + 12
  return { zero, pixelsPerPoint: (width - zero - textPixels(String(longest), size) - 14) / longest }
}

function fits(count: number, pixelsPerPoint: number): boolean {
  return count * pixelsPerPoint >= textPixels(String(count), size) + 4
}

/** Every count of the bar in words, when one of its segments cannot hold its own; otherwise nothing. */
function detailsOf(bar: Bar, names: readonly string[], pixelsPerPoint: number): string {
  const narrow = bar.counts.some((count) => count > 0 && !fits(count, pixelsPerPoint))
  if (!narrow) return ''
  return bar.counts.flatMap((count, index) => (count > 0 ? [`${names[index] ?? ''} ${count}`] : [])).join(', ')
}

function drawBar(bar: Bar, y: number, look: { scale: Scale; colours: readonly GradeColour[]; details: string }): string {
  const { zero, pixelsPerPoint } = look.scale
  const middle = y + bar.height / 2
  let x = zero
  const segments = bar.counts.map((count, index) => {
    const width = count * pixelsPerPoint
    const colour = look.colours[index] ?? noGradeColour
    const label = fits(count, pixelsPerPoint) && count > 0 ? textBlock([String(count)], { x: x + width / 2, y: middle }, { size, fill: colour.text, anchor: 'middle' }) : ''
    const segment = count === 0 ? '' : box({ x, y: middle - thickness / 2, width, height: thickness }, colour.fill, ink.paper) + label
    x += width
    return segment
  })
  const name = textBlock(bar.lines, { x: zero - 8, y: middle }, { size, anchor: 'end' })
  const total = textBlock([String(bar.total)], { x: x + 6, y: middle }, { size })
  const details = look.details === '' ? '' : textBlock([look.details], { x: zero + 4, y: middle + thickness / 2 + detail.height / 2 + 1 }, { size: detail.size, fill: ink.quiet })
  return name + segments.join('') + total + details
}

/** The grade words once above the bars, in the order of the segments, for readers in greyscale too. */
function drawKey(key: { names: readonly string[]; colours: readonly GradeColour[]; shown: readonly boolean[] }, start: number): string {
  let x = start
  return key.names.map((name, index) => {
    if (key.shown[index] !== true) return ''
    const part = box({ x, y: 6, width: 12, height: 12 }, (key.colours[index] ?? noGradeColour).fill) + textBlock([name], { x: x + 17, y: 12 }, { size })
    x += 17 + textPixels(name, size) + 18
    return part
  }).join('')
}
