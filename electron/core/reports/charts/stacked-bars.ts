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
  return { lines, counts: [...row.byGrade, row.ungraded], total: row.total, height: Math.max(24, lines.length * size * 1.25 + 8) }
}

/**
 * Horizontal stacked bars on a zero baseline: the whole label beside each bar, the count in each segment that can hold
 * it, the total at the end. Where a segment is too narrow for its count, the end of the bar spells all counts out.
 */
export function stackedBars(chart: StackedBars): Drawing {
  const bars = drawnRows(chart).map((row) => barOf(row, chart.unassigned))
  const names = [...chart.grades.map(plainLine), chart.ungraded]
  const colours = [...chart.grades.map((_, index) => gradeColour(index, chart.grades.length)), noGradeColour]
  const shown = names.map((_, index) => index < chart.grades.length || bars.some((bar) => (bar.counts[index] ?? 0) > 0))
  const key = { names, colours, shown }
  const scale = scaleFor(bars, names, chart.width)
  let y = keyHeight
  const drawn = bars.map((bar) => {
    const part = drawBar(bar, y, { scale, colours, names })
    y += bar.height + gap
    return part
  })
  const baseline = `<line x1="${round(scale.zero)}" x2="${round(scale.zero)}" y1="${keyHeight - 4}" y2="${round(y - gap + 4)}" stroke="${ink.rule}" stroke-width="1"/>`
  return drawing({ width: chart.width, height: y }, [drawKey(key, scale.zero), ...drawn, baseline])
}

/** Room for the widest label on the left and the widest end text on the right. */
function scaleFor(bars: readonly Bar[], names: readonly string[], width: number): Scale {
  const labels = Math.max(0, ...bars.flatMap((bar) => bar.lines.map((line) => textPixels(line, size))))
  const zero = labels + 12
  const longest = Math.max(1, ...bars.map((bar) => bar.total))
  const plain = (width - zero - 48) / longest
  const ends = Math.max(36, ...bars.map((bar) => textPixels(endText(bar, names, plain), size)))
  return { zero, pixelsPerPoint: Math.max(60, width - zero - ends - 12) / longest }
}

function fits(count: number, pixelsPerPoint: number): boolean {
  return count * pixelsPerPoint >= textPixels(String(count), size) + 4
}

function endText(bar: Bar, names: readonly string[], pixelsPerPoint: number): string {
  const narrow = bar.counts.some((count) => count > 0 && !fits(count, pixelsPerPoint))
  if (!narrow) return String(bar.total)
  const parts = bar.counts.flatMap((count, index) => (count > 0 ? [`${names[index] ?? ''} ${count}`] : []))
  return `${bar.total} (${parts.join(', ')})`
}

function drawBar(bar: Bar, y: number, look: { scale: Scale; colours: readonly GradeColour[]; names: readonly string[] }): string {
  const { zero, pixelsPerPoint } = look.scale
  const middle = y + bar.height / 2
  let x = zero
  const segments = bar.counts.map((count, index) => {
    const width = count * pixelsPerPoint
    const colour = look.colours[index] ?? noGradeColour
    const label = fits(count, pixelsPerPoint) && count > 0 ? textBlock([String(count)], { x: x + width / 2, y: middle }, { size, fill: colour.text, anchor: 'middle' }) : ''
    const segment = count === 0 ? '' : box({ x, y, width, height: bar.height }, colour.fill, ink.paper) + label
    x += width
    return segment
  })
  const name = textBlock(bar.lines, { x: zero - 8, y: middle }, { size, anchor: 'end' })
  return name + segments.join('') + textBlock([endText(bar, look.names, pixelsPerPoint)], { x: x + 6, y: middle }, { size })
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
