import type { ContractClient } from '#shared/contract/index.ts'
import type { MeasureRow } from '#shared/contract/measures.ts'
import type { PowerRow } from '#shared/contract/powers.ts'
import type { RiskRow } from '#shared/contract/risks.ts'
import type { Labels } from './labels.ts'

export interface ListOrder {
  limit: number
  gradeCodes: string[]
  departmentIds: string[]
  labels: Labels
}

/** One record as a script sees it. */
export type Item = Record<string, string | number | boolean | null | string[]>
export interface Listed { total: number; items: Item[] }

interface Page<T> { total: number; rows: T[] }

/** Core hands out pages, never everything at once. */
const pageSize = 500

/** Reads page after page until there are enough. */
async function read<T>(limit: number, page: (part: { offset: number; limit: number }) => Promise<Page<T>>): Promise<Page<T>> {
  const rows: T[] = []
  for (;;) {
    const part = await page({ offset: rows.length, limit: Math.min(pageSize, limit - rows.length) })
    rows.push(...part.rows)
    if (part.rows.length === 0 || rows.length >= Math.min(limit, part.total)) return { total: part.total, rows }
  }
}

const given = <K extends string>(name: K, values: string[]): Partial<Record<K, string[]>> => (values.length === 0 ? {} : { [name]: values } as Record<K, string[]>)

export async function listPowers(client: ContractClient, { limit, departmentIds, labels }: ListOrder): Promise<Listed> {
  const filter = given('departmentIds', departmentIds)
  const { total, rows } = await read(limit, (part) => client.powers.list({ ...part, filter }))
  return { total, items: rows.map((row) => powerItem(row, labels)) }
}

export async function listRisks(client: ContractClient, { limit, departmentIds, gradeCodes, labels }: ListOrder): Promise<Listed> {
  const filter = { ...given('departmentIds', departmentIds), ...given('gradeCodes', gradeCodes) }
  const { total, rows } = await read(limit, (part) => client.risks.list({ ...part, filter }))
  return { total, items: rows.map((row) => riskItem(row, labels)) }
}

export async function listMeasures(client: ContractClient, { limit, departmentIds, labels }: ListOrder): Promise<Listed> {
  const filter = given('departmentIds', departmentIds)
  const { total, rows } = await read(limit, (part) => client.measures.list({ ...part, filter }))
  return { total, items: rows.map((row) => measureItem(row, labels)) }
}

const powerItem = (row: PowerRow, { word }: Labels): Item => ({
  number: row.number,
  id: row.id,
  code: row.code,
  type: row.typeCode,
  typeLabel: word('power-type', row.typeCode),
  name: row.name,
  subItem: row.subItem,
  department: row.departmentName,
  post: row.postName,
  statutoryLimit: row.statutoryLimit,
  promisedLimit: row.promisedLimit,
  discretion: row.discretion,
  benchmarkNo: row.benchmarkNo,
  riskPoints: row.riskCount,
  steps: row.stepCount,
})

const riskItem = (row: RiskRow, { grade, word }: Labels): Item => ({
  number: row.number,
  id: row.id,
  power: row.powerName,
  powerCode: row.powerCode,
  department: row.departmentName,
  post: row.postName,
  step: row.stepName,
  category: row.categoryCode,
  categoryLabel: word('risk-category', row.categoryCode),
  title: row.title,
  manifestation: row.manifestation,
  grade: row.gradeCode,
  gradeLabel: grade(row.gradeCode),
  stage: row.gradingStage,
  likelihood: row.likelihood,
  consequence: row.consequence,
  toConfirm: row.confirmCode,
  responsibleLeader: row.responsibleLeader,
  measureCount: row.measureCount,
  measures: row.measures,
})

const measureItem = (row: MeasureRow, { word }: Labels): Item => ({
  number: row.number,
  id: row.id,
  department: row.departmentName,
  kind: row.kindCode,
  kindLabel: word('measure-kind', row.kindCode),
  content: row.content,
  owner: row.owner,
  term: row.term,
  dueOn: row.dueOn,
  progress: row.progress,
  overdue: row.overdue,
  riskPoints: row.riskCount,
})
