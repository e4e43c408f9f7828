import type { GradeRow } from '#shared/model/report-figures.ts'
import type { RegisterSnapshot, SnapshotRiskPoint } from '../archive/snapshot.ts'
import type { GradeLabel, RiskPointFigures, RiskRow } from './annual-report-model.ts'
import { gradesOf } from './assemble-words.ts'
import type { SnapshotWords } from './assemble-words.ts'

export interface RiskParts {
  readonly grades: readonly GradeLabel[]
  readonly figures: Omit<RiskPointFigures, 'total'>
  readonly list: readonly RiskRow[]
  readonly withMeasures: number
  readonly withoutMeasures: number
  /** Points graded, whose grade nobody has accepted yet. */
  readonly notAccepted: number
  /** Powers that have a point. */
  readonly powersWithPoints: number
  readonly points: readonly SnapshotRiskPoint[]
}

export interface RiskSources {
  readonly words: SnapshotWords
  readonly powerNames: ReadonlyMap<string, string>
  /** Contents of measures by id. */
  readonly measures: ReadonlyMap<string, string>
  /** Told after every chunk how many points have been read. */
  readonly onChunk: (read: number) => Promise<void>
}

/** The 一览表 with its figures, by department and number. */
export async function assembleRisks(snapshot: RegisterSnapshot, { words, powerNames, measures, onChunk }: RiskSources): Promise<RiskParts> {
  const points: SnapshotRiskPoint[] = []
  for await (const chunk of snapshot.rows('risk-point')) {
    points.push(...chunk)
    await onChunk(points.length)
  }
  const grades = gradesOf(words, new Set(points.flatMap((point) => point.grading?.finalGrade ?? [])))
  const ordered = points.toSorted((a, b) => words.departmentOrder(a.departmentId) - words.departmentOrder(b.departmentId) || a.number - b.number)
  const withoutMeasures = points.filter((point) => point.measureIds.length === 0).length
  return {
    grades,
    figures: figuresOf(points, { grades, words }),
    list: ordered.map((point) => toRow(point, { words, powerNames, measures })),
    withMeasures: points.length - withoutMeasures,
    withoutMeasures,
    notAccepted: points.filter((point) => point.grading?.stage === 'declared').length,
    powersWithPoints: new Set(points.map((point) => point.powerId).filter((id) => powerNames.has(id))).size,
    points,
  }
}

function figuresOf(points: readonly SnapshotRiskPoint[], { grades, words }: { grades: readonly GradeLabel[]; words: SnapshotWords }): Omit<RiskPointFigures, 'total'> {
  const byCategory = Map.groupBy(points, (point) => point.categoryCode)
  const byDepartment = Map.groupBy(points, (point) => point.departmentId)
  const categories = [...words.categories, ...[...byCategory.keys()].filter((code) => code === null || !words.categories.includes(code)).toSorted(nullLast)]
  const departments = [...byDepartment.keys()].toSorted((a, b) => words.departmentOrder(a) - words.departmentOrder(b))
  return {
    ...gradeCounts(points, grades),
    toConfirm: points.filter((point) => point.confirmCode !== null).length,
    byCategory: categories.map((code) => gradeRow(words.category(code), byCategory.get(code) ?? [], grades)),
    byDepartment: departments.map((id) => gradeRow(words.department(id), byDepartment.get(id) ?? [], grades)),
  }
}

const nullLast = (a: string | null, b: string | null): number => Number(a === null) - Number(b === null) || (a ?? '').localeCompare(b ?? '')

function gradeCounts(points: readonly SnapshotRiskPoint[], grades: readonly GradeLabel[]): { byGrade: number[]; ungraded: number } {
  const counts = new Map<string, number>()
  let ungraded = 0
  for (const { grading } of points) {
    if (grading === null) ungraded++
    else counts.set(grading.finalGrade, (counts.get(grading.finalGrade) ?? 0) + 1)
  }
  return { byGrade: grades.map(({ code }) => counts.get(code) ?? 0), ungraded }
}

function gradeRow(label: string, points: readonly SnapshotRiskPoint[], grades: readonly GradeLabel[]): GradeRow {
  return { label, ...gradeCounts(points, grades), total: points.length }
}

function toRow(point: SnapshotRiskPoint, { words, powerNames, measures }: Pick<RiskSources, 'words' | 'powerNames' | 'measures'>): RiskRow {
  return {
    department: words.department(point.departmentId),
    category: words.category(point.categoryCode),
    riskPoint: point.title ?? powerNames.get(point.powerId) ?? '',
    manifestation: point.manifestation,
    grade: point.grading?.finalGrade ?? null,
    measures: point.measureIds.flatMap((id) => measures.get(id) ?? []),
    departmentHead: point.departmentHead ?? '',
    leader: point.responsibleLeader ?? '',
  }
}
