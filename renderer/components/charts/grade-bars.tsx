import { Link } from '@tanstack/react-router'
import { createContext, use, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar, BarChart, XAxis, YAxis } from 'recharts'
import type { BarShapeProps, YAxisTickContentProps } from 'recharts'
import { endText, labelLines, pixelsPerPoint, segmentText, textPixels } from './bar-scale.ts'
import styles from './grade-bars.module.css'
import colours from './grade-colours.module.css'
import type { GradeColumn, GradeFigures, GradeRow } from './grade-rows.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useRovingGrid } from './use-roving-grid.ts'
import type { RovingGrid } from './use-roving-grid.ts'
import { useWidth } from './use-width.ts'

const rowHeight = 34
const barHeight = 24
const widestLabel = 168

/** Horizontal stacked bars from a zero baseline, every segment and every row a link to the list behind it. */
export function GradeBars(figures: GradeFigures & { readonly title: string }) {
  const { rows, columns, title } = figures
  const [measure, width] = useWidth()
  const parts = useMemo(() => rows.map((row) => columns.filter(({ code }) => (row.counts.get(code) ?? 0) > 0)), [rows, columns])
  const lengths = useMemo(() => parts.map((shown) => shown.length + 2), [parts])
  const grid = useRovingGrid(lengths)
  const keepFocus = useKeptFocus()
  const labelWidth = Math.min(widestLabel, Math.max(56, ...rows.map(({ label }) => textPixels(label) + 14)))
  const room = Math.max(80, width - labelWidth)
  const scale = pixelsPerPoint(rows, columns, room)
  const drawn: Drawn = { ...figures, parts, grid, scale, labelWidth }
  const data = useMemo(() => [...rows], [rows])
  const series = useMemo(() => columns.map(seriesOf), [columns])
  // The key: Recharts stacks series in the order in which they first appeared, so another set of grades is another chart.
  return (
    <div className={styles.chart} ref={measure}>
      <div ref={keepFocus} onKeyDown={grid.onKeyDown} onFocus={grid.onFocus} role="group" aria-label={title} data-testid="grade-bars">
        {width === 0 ? null : (
          <DrawnContext value={drawn}>
            <BarChart key={columns.map(({ code }) => code).join()} layout="vertical" width={width} height={rows.length * rowHeight + 4} data={data} margin={{ top: 2, right: 0, bottom: 2, left: 0 }} barSize={barHeight} accessibilityLayer={false}>
              <XAxis type="number" hide domain={[0, room / scale]} allowDataOverflow />
              <YAxis type="category" dataKey="key" width={labelWidth} interval={0} tickLine={false} axisLine={{ className: styles.base ?? '' }} tick={drawName} />
              {series.map(({ code, countOf, drawSegment }) => <Bar key={code} dataKey={countOf} stackId="grades" isAnimationActive={false} shape={drawSegment} />)}
            </BarChart>
          </DrawnContext>
        )}
      </div>
    </div>
  )
}

interface Drawn extends GradeFigures {
  /** The grades that occur in each row, in the order of the scale. */
  readonly parts: readonly (readonly GradeColumn[])[]
  readonly grid: RovingGrid
  readonly scale: number
  readonly labelWidth: number
}

const DrawnContext = createContext<Drawn | null>(null)

function useDrawn(): Drawn {
  const drawn = use(DrawnContext)
  if (drawn === null) throw new Error('used outside of GradeBars')
  return drawn
}

// What Recharts is given stays the same from drawing to drawing: a new function would make new elements, and the one
// that has the keyboard would be gone. What changes reaches the elements through the context.
const drawName = (tick: YAxisTickContentProps) => <RowName tick={tick} />
const seriesOf = (column: GradeColumn) => ({
  code: column.code,
  countOf: (row: GradeRow) => row.counts.get(column.code) ?? 0,
  drawSegment: (shape: BarShapeProps) => <Segment shape={shape} column={column} />,
})

function RowName({ tick }: { tick: YAxisTickContentProps }) {
  const drawn = useDrawn()
  const { t } = useTranslation('overview')
  const row = drawn.rows[tick.index]
  if (row === undefined) return null
  const [y, width] = [Number(tick.y), drawn.labelWidth - 10]
  const lines = labelLines(row.label, width)
  return (
    <Link className={styles.name} {...drawn.listOf(row)} {...drawn.grid.cellProps(tick.index, 0)} aria-label={t('chart.row', { row: row.label, points: row.total })} data-testid="bar-row">
      <title>{row.label}</title>
      <rect className={styles.ring} x={0} y={y - rowHeight / 2 + 1} width={drawn.labelWidth - 4} height={rowHeight - 2} />
      {lines.map((line, index) => (
        <text key={line} className={styles.label} x={width} y={y + 4.5 + (index - (lines.length - 1) / 2) * 14.5} textAnchor="end">{line}</text>
      ))}
    </Link>
  )
}

function Segment({ shape, column }: { shape: BarShapeProps; column: GradeColumn }) {
  const drawn = useDrawn()
  const { t } = useTranslation('overview')
  const { x, y, width, height, index } = shape
  const row = drawn.rows[index]
  const shown = drawn.parts[index]
  const place = shown?.indexOf(column) ?? -1
  if (row === undefined || shown === undefined || place < 0) return null
  const count = row.counts.get(column.code) ?? 0
  const label = t('chart.segment', { row: row.label, grade: column.label, points: count })
  return (
    <>
      <Link className={`${styles.segment} ${colours.fill}`} data-colour={column.colour} {...drawn.listOf(row, column)} {...drawn.grid.cellProps(index, place + 1)} aria-label={label} data-testid="bar-segment">
        <title>{label}</title>
        <rect x={x} y={y} width={width} height={height} />
        <text x={x + width / 2} y={y + height / 2 + 4.5} textAnchor="middle">{segmentText(column.label, count, width)}</text>
      </Link>
      {place === shown.length - 1 ? <End row={row} index={index} at={{ x: x + width + 6, y: y + height / 2 }} cell={shown.length + 1} /> : null}
    </>
  )
}

function End({ row, index, cell, at }: { row: GradeRow; index: number; cell: number; at: { x: number; y: number } }) {
  const drawn = useDrawn()
  const { t } = useTranslation('overview')
  const text = endText(row, drawn.columns, drawn.scale)
  return (
    <Link className={styles.endLink} {...drawn.listOf(row)} {...drawn.grid.cellProps(index, cell)} aria-label={t('chart.row', { row: row.label, points: row.total })}>
      <rect className={styles.ring} x={at.x - 3} y={at.y - 11} width={textPixels(text) + 6} height={22} />
      <text className={styles.end} x={at.x} y={at.y + 4.5}>{text}</text>
    </Link>
  )
}
