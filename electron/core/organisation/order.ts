import type { VocabularyKind } from '#shared/contract/organisation.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import { readOrganisation } from './organisation-record.ts'

/**
 * Puts the departments in force in the order given, which must name each of them once.
 * @throws Refusal `department.order-incomplete`
 */
export async function orderDepartments(change: Change, ids: readonly string[]): Promise<number> {
  const organisation = await readOrganisation(change.db)
  if (organisation === null) throw new Refusal('organisation.missing')
  const rows = await change.db.selectFrom('department').select('id').where('state', '=', 'in-force').orderBy('position').orderBy('number').execute()
  const before = rows.map(({ id }) => id)
  if (!sameSet(before, ids)) throw new Refusal('department.order-incomplete')
  if (sameOrder(before, ids)) return 0
  for (const [index, id] of ids.entries()) await change.db.updateTable('department').set({ position: index + 1 }).where('id', '=', id).execute()
  await change.record({ action: 'department.order', entity: 'organisation', entityId: organisation.id, before: { departmentIds: before }, after: { departmentIds: ids } })
  return ids.length
}

/**
 * Puts the entries of one vocabulary in the order given, which must name each of them once.
 * @throws Refusal `vocabulary.order-incomplete`
 */
export async function orderVocabulary(change: Change, { kind, codes }: { kind: VocabularyKind; codes: readonly string[] }): Promise<number> {
  const rows = await change.db.selectFrom('vocabulary').select('code').where('kind', '=', kind).orderBy('position').orderBy('code').execute()
  const before = rows.map(({ code }) => code)
  if (!sameSet(before, codes)) throw new Refusal('vocabulary.order-incomplete')
  if (sameOrder(before, codes)) return 0
  for (const [index, code] of codes.entries()) {
    await change.db.updateTable('vocabulary').set({ position: index + 1 }).where('kind', '=', kind).where('code', '=', code).execute()
  }
  await change.record({ action: 'vocabulary.order', entity: 'vocabulary', entityId: kind, before: { codes: before }, after: { codes } })
  return codes.length
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const given = new Set(b)
  return a.length === b.length && given.size === b.length && a.every((value) => given.has(value))
}

const sameOrder = (a: readonly string[], b: readonly string[]): boolean => a.every((value, index) => value === b[index])
