import type { RuleCode } from '#shared/model/consistency/rules.ts'
import type { ContractClient } from '#shared/contract/index.ts'
import type { PowerPatch } from '#shared/contract/powers.ts'
import type { RiskPatch } from '#shared/contract/risks.ts'
import type { MeasurePatch } from '#shared/contract/measures.ts'
import { createDepartment } from '#core/organisation/department-records.ts'
import { createPost } from '#core/organisation/post-records.ts'
import { createPerson } from '#core/people/accounts.ts'
import { assignPost } from '#core/people/holdings.ts'
import { fixedIdentity } from '#core/permission/identity.ts'
import { finders } from '#core/consistency/finders.ts'
import { countRule } from '#core/consistency/ask-rule.ts'
import { countRules } from '#core/consistency/count-rules.ts'
import { findPage } from '#core/consistency/find-page.ts'
import { readRuleSetting } from '#core/consistency/rule-setting.ts'
import { everyRole } from '../helpers/callers.ts'
import { bringInForce, itemFor } from '../helpers/graded-register.ts'
import { officer, openTestRegister, setUpTestOrganisation } from '../helpers/register.ts'
import type { TestRegister } from '../helpers/register.ts'
import { clientBy } from '../people/people.ts'

/** A register in which no rule finds anything, with hands to put it out of order and back. */
export interface Scene {
  readonly register: TestRegister
  /** Somebody who may do everything a person may. */
  readonly client: ContractClient
  readonly permits: string
  readonly works: string
  readonly post: string
  readonly power: string
  /** Of the lowest grade, with the measure. */
  readonly point: string
  readonly measure: string
  addPower(patch?: Partial<PowerPatch>): Promise<string>
  addPoint(patch?: Partial<RiskPatch>, grade?: keyof typeof factorsOf | null): Promise<string>
  addMeasure(patch?: Partial<MeasurePatch>): Promise<string>
  grade(id: string, grade: keyof typeof factorsOf): Promise<void>
  savePower(id: string, patch: Partial<PowerPatch>): Promise<void>
  savePoint(id: string, patch: Partial<RiskPatch>): Promise<void>
  saveMeasure(id: string, patch: Partial<MeasurePatch>): Promise<void>
  /** Writes past the program, where it offers no way to put something out of order. */
  write(statement: string): void
  /** The rules that find something, each with the records it finds. */
  found(): Promise<Partial<Record<RuleCode, string[]>>>
}

/** By likelihood × consequence. */
const factorsOf = { high: { likelihood: 6, consequence: 40 }, medium: { likelihood: 6, consequence: 15 }, low: { likelihood: 1, consequence: 7 } } as const

export async function openScene(): Promise<Scene> {
  const register = await openTestRegister()
  await setUpTestOrganisation(register)
  await bringInForce(register, 'product')
  const client = clientBy(register, fixedIdentity(everyRole(officer.name)))
  const ids = await register.change(async (change) => {
    const permits = await createDepartment(change, { name: '行政审批股', headTitle: '股长' })
    const works = await createDepartment(change, { name: '建设管理股', headTitle: '股长' })
    const post = await createPost(change, { departmentId: permits, name: '审批岗' })
    await assignPost(change, { postId: post, personId: await createPerson(change, { name: '任职人', hash: '{}', mustChange: false }), since: '2026-01-01', until: null, alongside: false })
    return { permits, works, post }
  })
  let counter = 0
  const { permits } = ids
  const addPower = async (patch: Partial<PowerPatch> = {}): Promise<string> => {
    const { id } = await client.powers.create({ name: `取水许可审批${++counter}`, code: `XK${counter}`, typeCode: 'licence', departmentId: permits, discretion: 'no', legalBases: ['《水法》第七条'], steps: [{ name: '受理' }], ...patch })
    return id
  }
  const power = await addPower()
  const [step] = (await client.powers.get({ id: power })).steps
  const revisionOf = (table: 'power' | 'risk_point' | 'control_measure', id: string) => register.database.read.selectFrom(table).select('revision').where('id', '=', id).executeTakeFirstOrThrow()
  const grade = async (id: string, to: keyof typeof factorsOf): Promise<void> => {
    await client.grading.grade({ items: [await itemFor(register, id, factorsOf[to])] })
  }
  const addPoint: Scene['addPoint'] = async (patch = {}, to = 'low') => {
    const { id } = await client.risks.create({ powerId: power, departmentId: permits, categoryCode: 'business-process', stepId: step?.id ?? null, manifestation: `第${++counter}种不按条件受理的情形`, ...patch })
    if (to !== null) await grade(id, to)
    return id
  }
  const point = await addPoint()
  const addMeasure: Scene['addMeasure'] = async (patch = {}) => {
    const { id } = await client.measures.create({ content: `第${++counter}项公示`, departmentId: permits, kindCode: 'prevention', owner: '审批岗', term: 'long-term', riskPointIds: [point], ...patch })
    return id
  }
  const measure = await addMeasure()
  return {
    register, client, ...ids, power, point, measure, addPower, addPoint, addMeasure, grade,
    savePower: async (id, patch) => { await client.powers.save({ items: [{ id, revision: (await revisionOf('power', id)).revision, patch }] }) },
    savePoint: async (id, patch) => { await client.risks.save({ items: [{ id, revision: (await revisionOf('risk_point', id)).revision, patch }] }) },
    saveMeasure: async (id, patch) => { await client.measures.save({ items: [{ id, revision: (await revisionOf('control_measure', id)).revision, patch }] }) },
    write: (statement) => { register.database.connection.exec(statement) },
    found: () => foundIn(register),
  }
}

async function foundIn({ database: { read }, clock }: TestRegister): Promise<Partial<Record<RuleCode, string[]>>> {
  const today = clock.localDate(clock.now())
  const setting = await readRuleSetting(read, today)
  const found: Partial<Record<RuleCode, string[]>> = {}
  for (const { rule, count } of await countRules(read, today)) {
    const { total, rows } = await findPage(read, today, { rule, offset: 0, limit: 500 })
    const ids = rows.map(({ id }) => id).toSorted()
    // Counted, listed and asked for one by one, a rule finds the same.
    const alone = await countRule(read, finders[rule](setting), { ids })
    if (total !== count || ids.length !== count || alone !== count) throw new Error(`${rule} counts ${count}, lists ${total} and ${ids.length}, finds ${alone} by id`)
    if (count > 0) found[rule] = ids
  }
  return found
}
