import { createContext, use } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar, BarChart, XAxis, YAxis } from 'recharts'
import type { BarShapeProps, YAxisTickContentProps } from 'recharts'
import { labelLines, textPixels } from '#renderer/components/charts/bar-scale.ts'
import { useWidth } from '#renderer/components/charts/use-width.ts'
import own from '../assessment.module.css'

interface Scored { readonly key: string; readonly label: string; readonly total: number; readonly band: string }
interface Props { readonly title: string; readonly rows: readonly Scored[]; readonly edges: readonly { from: number; label: string }[]; readonly full: number }

const rowHeight = 30
const barHeight = 18
const widestLabel = 168
/** Room behind a bar for its score and band, and above the bars for the names of the edges. */
const endRoom = 132
const edgeLine = 17

/** Horizontal bars from zero in the order of the ranking, each with its score and band behind the longest; dashed lines show where bands begin. */
export function ScoreBars({ title, rows, edges, full }: Props) {
  const [measure, width] = useWidth()
  const labelWidth = Math.min(widestLabel, Math.max(56, ...rows.map(({ label }) => textPixels(label) + 14)))
  const room = Math.max(80, width - labelWidth - endRoom)
  const most = Math.max(full, ...rows.map(({ total }) => total))
  const height = rows.length * rowHeight
  const placed = placeEdges(edges, room / most)
  const lines = Math.max(0, ...placed.map(({ line }) => line + 1))
  return (
    <div className={own.chart} ref={measure} role="group" aria-label={title} data-testid="score-bars">
      {width === 0 ? null : (
        <DrawnContext value={{ rows, labelWidth, end: labelWidth + room + 10 }}>
          <svg width={width} height={lines * edgeLine + 4} aria-hidden="true">
            {placed.map(({ label, x, line }) => <text key={label} className={own.edge} x={labelWidth + x} y={(line + 1) * edgeLine - 4} textAnchor="middle">{label}</text>)}
          </svg>
          <BarChart layout="vertical" width={width} height={height} data={[...rows]} margin={{ top: 0, right: endRoom, bottom: 0, left: 0 }} barSize={barHeight} accessibilityLayer={false}>
            {placed.map(({ label, x }) => <line key={label} className={own.edge} x1={labelWidth + x} x2={labelWidth + x} y1={0} y2={height} />)}
            <XAxis type="number" hide domain={[0, most]} />
            <YAxis type="category" dataKey="key" width={labelWidth} interval={0} tickLine={false} axisLine={false} tick={drawName} />
            <Bar dataKey="total" isAnimationActive={false} shape={drawBar} />
          </BarChart>
        </DrawnContext>
      )}
    </div>
  )
}

interface PlacedEdge { readonly label: string; readonly x: number; readonly line: number }

/** Names of edges side by side where there is room, else one above the other. */
function placeEdges(edges: Props['edges'], scale: number): PlacedEdge[] {
  const placed: PlacedEdge[] = []
  for (const { from, label } of edges.toSorted((a, b) => a.from - b.from)) {
    const [x, half] = [from * scale, textPixels(label) / 2 + 6]
    const near = placed.filter((other) => Math.abs(other.x - x) < half + textPixels(other.label) / 2).map(({ line }) => line)
    placed.push({ label, x, line: [0, 1, 2, 3].find((line) => !near.includes(line)) ?? 0 })
  }
  return placed
}

const DrawnContext = createContext<{ readonly rows: readonly Scored[]; readonly labelWidth: number; readonly end: number }>({ rows: [], labelWidth: 0, end: 0 })

const drawName = (tick: YAxisTickContentProps) => <RowName tick={tick} />
const drawBar = (shape: BarShapeProps) => <ScoreBar shape={shape} />

function RowName({ tick }: { tick: YAxisTickContentProps }) {
  const { rows, labelWidth } = use(DrawnContext)
  const label = rows[tick.index]?.label ?? ''
  const lines = labelLines(label, labelWidth - 10)
  return <g><title>{label}</title>{lines.map((line, at) => <text key={line} x={labelWidth - 10} y={Number(tick.y) + 4.5 + (at - (lines.length - 1) / 2) * 14.5} textAnchor="end">{line}</text>)}</g>
}

function ScoreBar({ shape: { x, y, width, height, index } }: { shape: BarShapeProps }) {
  const { t } = useTranslation('assessment')
  const { rows, end } = use(DrawnContext)
  const row = rows[index]
  if (row === undefined) return null
  const label = t('results.bar', { department: row.label, total: row.total.toFixed(2), band: row.band })
  return (
    <g role="img" aria-label={label} data-testid="score-bar">
      <title>{label}</title>
      <rect className={own.bar} x={x} y={y} width={width} height={height} />
      <text x={end} y={y + height / 2 + 4.5}>{row.total.toFixed(2)} {row.band}</text>
    </g>
  )
}
