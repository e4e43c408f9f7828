import type { ContractClient } from '#shared/contract/index.ts'
import { keyOf } from '#shared/model/text-key.ts'
import { Refusal } from '#shared/model/refusal.ts'

/** Departments by name or id. @throws Refusal `department.not-found` naming those there are */
export async function departmentsNamed(client: ContractClient, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return []
  const departments = await client.organisation.departments()
  return names.map((name) => {
    const found = departments.find((department) => department.id === name || keyOf(department.name) === keyOf(name))
    if (found === undefined) throw new Refusal('department.not-found', { name, names: departments.map((department) => department.name).join('、') })
    return found.id
  })
}
