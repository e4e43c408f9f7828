import { factorsOf } from '#shared/model/grading/definition.ts'
import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import type { OptionFactor } from '#shared/model/grading/factors.ts'
import { grade } from '#shared/model/grading/grade.ts'
import type { SnapshotMethod, SnapshotRiskPoint } from '../archive/snapshot.ts'
import type { GradeLabel, RiskMatrix } from './annual-report-model.ts'
import type { SnapshotWords } from './assemble-words.ts'

interface Axes { readonly likelihood: OptionFactor; readonly consequence: OptionFactor }
interface Use { readonly method: SnapshotMethod; readonly points: number }

export interface MatrixSources {
  readonly uses: readonly Use[]
  readonly points: readonly SnapshotRiskPoint[]
  readonly grades: readonly GradeLabel[]
  readonly words: SnapshotWords
}

/**
 * Points by likelihood and consequence. Versions that share the same two lists of values share one picture; where
 * several pictures are possible, the one with most points is drawn. Nothing where no grading rests on the two.
 */
export function assembleMatrix({ uses, points, grades, words }: MatrixSources): RiskMatrix | undefined {
  const [chosen] = pictures(uses).toSorted((a, b) => sizeOf(b) - sizeOf(a))
  const newest = chosen?.at(-1)
  const axes = newest && axesOf(newest.method.definition)
  if (chosen === undefined || newest === undefined || axes === undefined || sizeOf(chosen) === 0) return undefined
  const versions = new Set(chosen.map(({ method }) => method.id))
  const [rows, columns] = [heaviestFirst(axes.likelihood), heaviestFirst(axes.consequence)]
  const counts = countCells(points.filter(({ grading }) => grading !== null && versions.has(grading.methodVersionId)), rows, columns)
  const gradeOfCell = gradesByCell(newest.method.definition, { rows, columns, grades, words })
  return { likelihood: rows.map((row) => name(row, words)), severity: columns.map((column) => name(column, words)), counts, ...(gradeOfCell && { gradeOfCell }) }
}

type Option = OptionFactor['options'][number]

const heaviestFirst = ({ options }: OptionFactor): Option[] => options.toSorted((a, b) => b.value - a.value)
const name = ({ labels, value }: Option, { locale }: SnapshotWords): string => `${labels[locale]} (${value})`
const sizeOf = (uses: readonly Use[]): number => uses.reduce((sum, { points }) => sum + points, 0)

function axesOf(definition: MethodDefinition): Axes | undefined {
  const named = (code: string) => factorsOf(definition).find((factor) => factor.code === code)
  const [likelihood, consequence] = [named('likelihood'), named('consequence')]
  return likelihood?.kind === 'options' && consequence?.kind === 'options' ? { likelihood, consequence } : undefined
}

/** The version in force stands last in its picture, so that its bounds colour the cells. */
function pictures(uses: readonly Use[]): Use[][] {
  const inOrder = uses.toSorted((a, b) => Number(a.method.inForce) - Number(b.method.inForce) || a.method.version - b.method.version)
  const groups = Map.groupBy(inOrder, ({ method }) => {
    const axes = axesOf(method.definition)
    return axes === undefined ? '' : JSON.stringify([axes.likelihood.options.map(({ value }) => value), axes.consequence.options.map(({ value }) => value)])
  })
  groups.delete('')
  return [...groups.values()]
}

function countCells(points: readonly SnapshotRiskPoint[], rows: readonly Option[], columns: readonly Option[]): number[][] {
  const cells = new Map<string, number>()
  for (const { grading } of points) {
    const cell = `${String(grading?.factors['likelihood'])} ${String(grading?.factors['consequence'])}`
    cells.set(cell, (cells.get(cell) ?? 0) + 1)
  }
  return rows.map((row) => columns.map((column) => cells.get(`${row.value} ${column.value}`) ?? 0))
}

/** The grade each cell leads to by the factors alone; nothing where the method asks for more than these two. */
function gradesByCell(definition: MethodDefinition, { rows, columns, grades, words }: { rows: readonly Option[]; columns: readonly Option[]; grades: readonly GradeLabel[]; words: SnapshotWords }): number[][] | undefined {
  const scale = words.scales.find(({ code }) => code === definition.scale)
  if (scale === undefined || factorsOf(definition).length !== 2) return undefined
  const cells = rows.map((row) => columns.map((column) => {
    const graded = grade(definition, scale, { likelihood: row.value, consequence: column.value }, {})
    return graded.ok ? grades.findIndex(({ code }) => code === graded.computed) : -1
  }))
  return cells.flat().includes(-1) ? undefined : cells
}
