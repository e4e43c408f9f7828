import { mustEqual, sumOf, tally } from '#shared/model/report-figures.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import { among } from '../../lists/page-values.ts'
import { powerRecords } from '../../powers/power-detail.ts'
import type { PowerRecord } from '../../powers/power-detail.ts'
import type { Block, FormCell, Paper, PaperSection } from '../paper/paper.ts'
import { refuseWhere } from '../report-does-not-foot.ts'
import { titleOf, wordsFor } from './list-paper.ts'
import { atOnce, readingOf, readPoints } from './read-points.ts'
import type { PointView, Reading } from './read-points.ts'
import type { ReportKind } from './report-kind.ts'

/** A power with its steps and the points on each; those of no step stand last. */
interface Chart {
  readonly power: PowerRecord
  readonly steps: readonly { readonly name: string; readonly points: readonly PointView[] }[]
}

/** 防控图: step by step the numbered points with their grades beside the measures and those who answer; of one power, or of all powers of the departments asked for. */
export const controlChart: ReportKind = {
  code: 'control-chart', formats: ['docx', 'xlsx', 'pdf'], editions: ['public', 'internal', 'assessment'], subject: 'power',
  paper: async (core, order, report) => {
    const reading = await readingOf(core, order)
    const powers = await readChosen(reading)
    // A power's points belong to its chart whatever department each of them lies in.
    const points = await readPoints({ ...reading, order: { ...order, departmentIds: undefined } }, report, order.subjectId === undefined ? {} : { powerId: order.subjectId })
    return controlChartPaper(reading, await chartsOf(reading, powers, points))
  },
}

/** The power of the order, or those in force of its departments. @throws Refusal `record.missing` */
async function readChosen({ db, order: { subjectId, departmentIds = [] }, words }: Reading): Promise<PowerRecord[]> {
  let found = db.selectFrom('power').select('number')
  if (subjectId !== undefined) found = found.where('id', '=', subjectId)
  else found = found.where('state', '=', 'in-force')
  if (subjectId === undefined && departmentIds.length > 0) found = found.where(among('department_id', departmentIds))
  const numbers = (await found.orderBy('number').execute()).map(({ number }) => number)
  if (numbers.length === 0 && subjectId !== undefined) throw new Refusal('record.missing')
  const powers: PowerRecord[] = []
  for (let from = 0; from < numbers.length; from += atOnce) powers.push(...await powerRecords(db, numbers.slice(from, from + atOnce)))
  return powers.toSorted((a, b) => words.departmentOrder(a.departmentId) - words.departmentOrder(b.departmentId) || a.number - b.number)
}

/** @throws {ReportDoesNotFoot} where a power's steps do not hold as many points as it is said to have */
async function chartsOf({ db, order }: Reading, powers: readonly PowerRecord[], points: readonly PointView[]): Promise<Chart[]> {
  const steps = await stepsOf(db, powers.map(({ id }) => id))
  const byPower = Map.groupBy(points, (point) => point.powerId)
  const charts = powers.map((power): Chart => {
    const own = byPower.get(power.id) ?? []
    const known = steps.get(power.id) ?? []
    const rest = own.filter((point) => !known.some(({ id }) => id === point.stepId))
    const onSteps = known.map(({ id, name }) => ({ name, points: own.filter((point) => point.stepId === id) }))
    return { power, steps: rest.length > 0 || known.length === 0 ? [...onSteps, { name: '', points: rest }] : onSteps }
  })
  refuseWhere(charts.flatMap(({ power, steps: drawn }) => mustEqual('rows-step', power.name, { stated: power.riskCount, counted: sumOf(drawn.map((step) => step.points.length)) })), order.locale)
  return charts
}

async function stepsOf(db: ReadableDatabase, powerIds: readonly string[]): Promise<Map<string, { id: string; name: string }[]>> {
  const rows = await db.selectFrom('process_step').select(['id', 'power_id', 'name']).where(among('power_id', powerIds)).orderBy('power_id').orderBy('position').execute()
  return Map.groupBy(rows, (row) => row.power_id)
}

function controlChartPaper(reading: Reading, charts: readonly Chart[]): Paper {
  const w = wordsFor(reading)
  const { words, order: { locale, subjectId }, today } = reading
  const [only] = charts
  const title = subjectId !== undefined && only !== undefined ? w('chart.title', { power: only.power.name }) : titleOf(reading, 'control-chart')
  const sections = charts.map((chart): PaperSection => ({ page: 'portrait', blocks: chartBlocks(reading, chart) }))
  const none: PaperSection = { page: 'portrait', blocks: [{ kind: 'title', text: title }, { kind: 'body', text: w('empty.powers') }] }
  return { locale, title, organisation: words.organisation, preparedOn: today, sections: sections.length > 0 ? sections : [none] }
}

function chartBlocks(reading: Reading, chart: Chart): Block[] {
  const w = wordsFor(reading)
  const { power, steps } = chart
  const grades = [...tally(steps.flatMap(({ points }) => points.map((point) => point.grade || w('ungraded'))))].map(([label, count]) => w('count.part', { label, count }))
  const head: FormCell[][] = [
    [label(w('chart.type')), { text: reading.words.powerType(power.typeCode) || w('unassigned') }, label(w('chart.code')), { text: power.code ?? w('none'), across: 2 }],
    [label(w('chart.name')), { text: power.subItem === '' ? power.name : w('chart.with-sub-item', { power: power.name, subItem: power.subItem }), across: 4 }],
    [label(w('chart.department')), { text: [power.departmentName ?? w('unassigned'), ...(power.postName === null ? [] : [power.postName])].join(' · ') }, label(w('chart.points')), { text: w('chart.points.sum', { count: power.riskCount, parts: grades.length === 0 ? w('none') : grades.join(w('comma')) }), across: 2 }],
  ]
  return [
    { kind: 'title', text: w('chart.title', { power: power.name }) },
    { kind: 'gap' },
    { kind: 'form', form: { shares: chartShares, rows: [...head, stepHead(reading), ...steps.flatMap((step, index) => [...(index === 0 || step.name === '' ? [] : [arrow]), stepRow(reading, step)])] } },
  ]
}

const label = (text: string): FormCell => ({ text, label: true })

/** Step, its points, its measures in two columns of the head's, and those who answer: the head stands on the same lines. */
const chartShares = [16, 33, 13, 20, 18] as const

/** Points to the next step. What lies on no step is none, so nothing points to it. */
const arrow: FormCell[] = [{ text: '↓', across: 5, align: 'center' }]

const stepHead = (reading: Reading): FormCell[] => ['chart.step', 'chart.risk', 'chart.measure', 'chart.responsible'].map((key) => ({ ...label(wordsFor(reading)(key)), ...(key === 'chart.measure' ? { across: 2 } : {}) }))

function stepRow(reading: Reading, { name, points }: Chart['steps'][number]): FormCell[] {
  const w = wordsFor(reading)
  const none = w('chart.no-points')
  return [
    label(name || w('chart.no-step')),
    { text: points.length === 0 ? none : points.map((point, index) => w('chart.point', { number: index + 1, grade: point.grade || w('ungraded'), text: point.manifestation })).join('\n'), align: 'left' },
    { text: points.length === 0 ? w('none') : points.map((point, index) => measureLines(reading, point, index + 1)).join('\n'), align: 'left', across: 2 },
    { text: [...new Set(points.flatMap(ownersOf))].join('\n') || w('none'), align: 'center' },
  ]
}

/** Who answers for the measures and, where none is named, for the point. */
const ownersOf = ({ measures, owner, post }: PointView): string[] => {
  const named = measures.map((measure) => measure.owner).filter((name) => name !== '')
  return named.length > 0 ? named : [owner || post].filter((name) => name !== '')
}

/** Measures bear the number of the point they are for: 1-1, 1-2. */
function measureLines(reading: Reading, { measures, detail }: PointView, number: number): string {
  const w = wordsFor(reading)
  if (!detail) return w('chart.measures', { number, text: reading.view.withheld })
  if (measures.length === 0) return w('chart.measures', { number, text: w('chart.no-measures') })
  if (measures.length === 1) return w('chart.measures', { number, text: measures[0]?.content ?? '' })
  return measures.map(({ content }, index) => w('chart.measures', { number: `${number}-${index + 1}`, text: content })).join('\n')
}
