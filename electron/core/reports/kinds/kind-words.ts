import type { Locale } from '#shared/model/labels.ts'
import { levelOf } from '#shared/model/scales.ts'
import type { Scale } from '#shared/model/scales.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import { organisationScale, toScale } from '../../grading/stored-scales.ts'
import { readVocabulary } from '../../organisation/vocabulary-records.ts'

/** The names by which codes and ids go in the reports of one language. What has no name of its own is ''. */
export interface KindWords {
  readonly locale: Locale
  readonly organisation: string
  /** Grades of the organisation's scale, heaviest first, by code. */
  readonly grades: readonly string[]
  readonly department: (id: string | null) => string
  /** Departments in their order, those of nobody last. */
  readonly departmentOrder: (id: string | null) => number
  /** The post that heads a department; '' where none is entered. */
  readonly head: (id: string | null) => string
  /** The same by the department's name, for rows that know no more. */
  readonly headOfName: (department: string) => string
  readonly post: (id: string | null) => string
  readonly category: (code: string | null) => string
  readonly powerType: (code: string | null) => string
  /** Types of powers in the order of the vocabulary, those of none last. */
  readonly powerTypeOrder: (code: string | null) => number
  readonly measureKind: (code: string | null) => string
  readonly grade: (code: string | null) => string
  /** The post that answers for a grade by the organisation's scale; '' where none is named. */
  readonly leader: (code: string | null) => string
  /** How much of a point of this grade the public may read. A grade of another scale is taken for the heaviest. */
  readonly weight: (code: string | null) => 'heaviest' | 'ungraded' | 'lighter'
  /** Whether a text is the word of a post, of a head or of a leader's role, and so names nobody. */
  readonly isPost: (text: string) => boolean
}

/** Words of the field for whoever heads a department or an office, which name nobody. */
const generic = /^(?:本)?(?:股室|科室|部门|处室|单位|机关|中心|站所|窗口)?(?:主要|分管|直接|经办)?(?:负责人|责任人|领导|人员)$/u

const named = (rows: readonly { id: string; name: string }[]) => {
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (id: string | null): string => names.get(id ?? '') ?? ''
}

/** Everything named once, so that a list of thousands asks no more. */
export async function readKindWords(db: ReadableDatabase, locale: Locale): Promise<KindWords> {
  const { name: organisation } = await db.selectFrom('organisation').select('name').executeTakeFirstOrThrow()
  const departments = await db.selectFrom('department').select(['id', 'name', 'head_title']).orderBy('position').orderBy('number').execute()
  const posts = await db.selectFrom('post').select(['id', 'name']).execute()
  const order = new Map(departments.map(({ id }, index) => [id, index]))
  const heads = new Map(departments.map((row) => [row.id, row.head_title ?? '']))
  const words = await vocabularyWords(db, locale)
  const { roles, ...vocabulary } = words
  const scales = [await organisationScale(db), ...(await db.selectFrom('scale').selectAll().execute()).map(toScale)]
  const postWords = new Set([...posts.map((post) => post.name), ...heads.values(), ...roles.values()].map((text) => text.trim()).filter((text) => text !== ''))
  return {
    locale, organisation, ...vocabulary, ...gradeWords(scales, roles, locale),
    department: named(departments), departmentOrder: (id) => order.get(id ?? '') ?? order.size, head: (id) => heads.get(id ?? '') ?? '',
    headOfName: (name) => departments.find((row) => row.name === name)?.head_title ?? '', post: named(posts),
    isPost: (text) => postWords.has(text.trim()) || generic.test(text.trim()),
  }
}

/** A code nobody named stands for itself. */
const word = (labels: ReadonlyMap<string, string>) => (code: string | null): string => (code === null ? '' : labels.get(code) ?? code)

async function vocabularyWords(db: ReadableDatabase, locale: Locale) {
  const items = await readVocabulary(db)
  const ofKind = (kind: (typeof items)[number]['kind']) => new Map(items.filter((item) => item.kind === kind).map(({ code, labels }) => [code, labels[locale]]))
  const types = [...ofKind('power-type').keys()]
  return { category: word(ofKind('risk-category')), powerType: word(ofKind('power-type')), powerTypeOrder: (code: string | null) => (types.includes(code ?? '') ? types.indexOf(code ?? '') : types.length), measureKind: word(ofKind('measure-kind')), roles: ofKind('responsible-role') }
}

/** The organisation's own scale is asked first; a grade given on another scale keeps its name. */
function gradeWords(scales: readonly Scale[], roles: ReadonlyMap<string, string>, locale: Locale): Pick<KindWords, 'grades' | 'grade' | 'leader' | 'weight'> {
  const [own] = scales
  const levels = own?.levels.toSorted((a, b) => b.severityRank - a.severityRank) ?? []
  const find = (code: string) => scales.map((scale) => levelOf(scale, code)).find((level) => level !== undefined)
  return {
    grades: levels.map(({ code }) => code),
    grade: (code) => (code === null ? '' : find(code)?.labels[locale] ?? code),
    leader: (code) => (code === null ? '' : roles.get(find(code)?.responsible ?? '') ?? ''),
    weight: (code) => {
      if (code === null) return 'ungraded'
      const level = levels.find((one) => one.code === code)
      return level === undefined || level === levels[0] ? 'heaviest' : 'lighter'
    },
  }
}
