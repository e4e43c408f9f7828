import type { Locale } from '#shared/model/labels.ts'
import type { Scale } from '#shared/model/scales.ts'
import { allRows } from '../archive/snapshot.ts'
import type { RegisterSnapshot, SnapshotDepartment, SnapshotOrganisation } from '../archive/snapshot.ts'
import type { GradeLabel } from './annual-report-model.ts'

/** The names by which a snapshot's codes and ids go in one language. What has no name of its own is ''. */
export interface SnapshotWords {
  readonly locale: Locale
  readonly organisation: SnapshotOrganisation
  readonly scale: Scale
  readonly scales: readonly Scale[]
  /** Departments in force. */
  readonly departmentsTotal: number
  /** Posts in force. */
  readonly postsTotal: number
  /** Codes of the risk categories in use, in their order. */
  readonly categories: readonly string[]
  readonly department: (id: string | null) => string
  /** Departments in their order, those of nobody last. */
  readonly departmentOrder: (id: string | null) => number
  readonly post: (id: string | null) => string
  readonly powerType: (code: string | null) => string
  /** Types in the order of the vocabulary, unknown ones behind. */
  readonly powerTypeOrder: (code: string | null) => number
  readonly category: (code: string | null) => string
  readonly grade: (code: string) => string
}

/** @throws Error for a snapshot without an organisation or its scale: such a register was never set up */
export async function wordsOf(snapshot: RegisterSnapshot, locale: Locale): Promise<SnapshotWords> {
  const [organisation] = await allRows(snapshot, 'organisation')
  const scales = await allRows(snapshot, 'scale')
  const scale = scales.find(({ code }) => code === organisation?.scaleCode)
  if (organisation === undefined || scale === undefined) throw new Error('the snapshot has no organisation with a scale')
  const departments = await allRows(snapshot, 'department')
  const posts = await allRows(snapshot, 'post')
  const postNames = new Map(posts.map((post) => [post.id, post.name]))
  return {
    locale, organisation, scale, scales,
    departmentsTotal: inForce(departments),
    postsTotal: inForce(posts),
    ...departmentWords(departments),
    ...await vocabularyWords(snapshot, locale),
    post: (id) => postNames.get(id ?? '') ?? '',
    grade: (code) => gradeLabel([scale, ...scales], code, locale),
  }
}

const inForce = (rows: readonly { state: string }[]): number => rows.filter((row) => row.state === 'in-force').length

/** The organisation's own scale is asked first; a grade given on another scale keeps its name. */
function gradeLabel(scales: readonly Scale[], code: string, locale: Locale): string {
  for (const { levels } of scales) {
    const level = levels.find((one) => one.code === code)
    if (level) return level.labels[locale]
  }
  return code
}

function departmentWords(departments: readonly SnapshotDepartment[]): Pick<SnapshotWords, 'department' | 'departmentOrder'> {
  const names = new Map(departments.map(({ id, name }) => [id, name]))
  const order = new Map(departments.toSorted((a, b) => a.position - b.position).map(({ id }, index) => [id, index]))
  return { department: (id) => names.get(id ?? '') ?? '', departmentOrder: (id) => order.get(id ?? '') ?? order.size }
}

async function vocabularyWords(snapshot: RegisterSnapshot, locale: Locale): Promise<Pick<SnapshotWords, 'categories' | 'category' | 'powerType' | 'powerTypeOrder'>> {
  const items = await allRows(snapshot, 'vocabulary')
  const ofKind = (kind: (typeof items)[number]['kind']) => items.filter((item) => item.kind === kind).toSorted((a, b) => a.position - b.position)
  const named = (kind: (typeof items)[number]['kind']) => {
    const labels = new Map(ofKind(kind).map(({ code, labels: words }) => [code, words[locale]]))
    return (code: string | null) => (code === null ? '' : (labels.get(code) ?? code))
  }
  const typeOrder = new Map(ofKind('power-type').map(({ code }, index) => [code, index]))
  return {
    categories: ofKind('risk-category').filter(({ active }) => active).map(({ code }) => code),
    category: named('risk-category'),
    powerType: named('power-type'),
    powerTypeOrder: (code) => (code === null ? typeOrder.size + 1 : (typeOrder.get(code) ?? typeOrder.size)),
  }
}

/** The grades of the report: the organisation's scale, heaviest first, then grades of other scales that points still bear. */
export function gradesOf(words: SnapshotWords, found: Iterable<string>): GradeLabel[] {
  const own = words.scale.levels.toSorted((a, b) => b.severityRank - a.severityRank).map(({ code }) => code)
  const foreign = [...found].filter((code) => !own.includes(code)).toSorted()
  return [...own, ...foreign].map((code) => ({ code, label: words.grade(code) }))
}
