import type { ContractClient } from '#shared/contract/index.ts'
import type { ReviewOutcome } from '#shared/contract/review.ts'
import { defaultLadder } from '#shared/model/review/default-ladder.ts'
import type { RoleGrant } from '#shared/model/caller.ts'
import { putInForce } from '#core/grading/method-records.ts'
import { readCaller } from '#core/people/read-caller.ts'
import { createPerson } from '#core/people/accounts.ts'
import { grantRole } from '#core/people/grants.ts'
import type { GrantableRole } from '#shared/model/roles.ts'
import { openSample } from '../helpers/sample.ts'
import type { Sample } from '../helpers/sample.ts'
import { clientBy } from '../people/people.ts'

/** A register with people for every step, and clients that act as them. */
export interface Story {
  readonly sample: Sample
  /** Acts as somebody, by name. */
  as(name: string): ContractClient
  readonly ids: ReadonlyMap<string, string>
  /** A risk point of the approvals department, entered and graded by the risk officer. */
  point(grade: 'high' | 'medium' | 'low', more?: { postId?: string }): Promise<string>
  /** How an entry stands. */
  entry(id: string): Promise<{ entry_state: string; entry_grade: string | null; grade_code: string | null; determined_grade: string | null; entry_due_on: string | null; to_re_examine: number; revision: number; state: string }>
}

export const names = { officer: '填报人', other: '同科审核人', head: '科室负责人', leader: '分管领导', chief: '主要领导', inspector: '纪检人员' } as const

const grantsOf = (approvals: string): Record<keyof typeof names, readonly { role: GrantableRole; departments: RoleGrant['departments'] }[]> => ({
  officer: [{ role: 'risk-officer', departments: [approvals] }],
  other: [{ role: 'risk-officer', departments: [approvals] }],
  head: [{ role: 'section-head', departments: [approvals] }],
  leader: [{ role: 'leader-in-charge', departments: 'all' }],
  chief: [{ role: 'chief-leader', departments: 'all' }],
  inspector: [{ role: 'inspector', departments: 'all' }],
})

export async function withStory(work: (story: Story) => Promise<void>): Promise<void> {
  const sample = await openSample()
  const { register } = sample
  try {
    const ids = await register.change(async (change) => {
      const { id } = await change.db.selectFrom('grading_method_version as v').innerJoin('grading_method as m', 'm.id', 'v.method_id').select('v.id').where('m.code', '=', 'product').executeTakeFirstOrThrow()
      await putInForce(change, id)
      const made = new Map<string, string>()
      for (const [key, grants] of Object.entries(grantsOf(sample.approvals))) {
        const name = names[key as keyof typeof names]
        const personId = await createPerson(change, { name, hash: '{}', mustChange: false })
        for (const grant of grants) await grantRole(change, { personId, ...grant })
        made.set(name, personId)
      }
      return made
    })
    const as = (name: string): ContractClient => {
      const id = ids.get(name)
      if (id === undefined) throw new Error(`nobody is called ${name}`)
      return clientBy(register, { caller: async (core) => {
        const person = await readCaller(core.database.read, id)
        if (person === undefined) throw new Error(`${name} has no account`)
        return person.caller
      } })
    }
    await work({ sample, as, ids, point: (grade, more) => enterPoint({ sample, as }, grade, more), entry: (id) => readEntry(sample, id) })
  } finally {
    await register.close()
  }
}

let counter = 0

/** By likelihood × consequence, which is in force here: 6×40 high, 6×15 medium, 1×7 low. */
export const factorsOf = { high: { likelihood: 6, consequence: 40 }, medium: { likelihood: 6, consequence: 15 }, low: { likelihood: 1, consequence: 7 } } as const

async function enterPoint({ sample, as }: Pick<Story, 'sample' | 'as'>, grade: keyof typeof factorsOf, more: { postId?: string } = {}): Promise<string> {
  const officer = as(names.officer)
  const { id } = await officer.risks.create({ powerId: sample.licence, categoryCode: 'business-process', manifestation: `第${++counter}种不按条件受理申请的情形`, departmentId: sample.approvals, ...more })
  const { revision } = await officer.risks.get({ id })
  await officer.grading.grade({ items: [{ riskPointId: id, revision, factors: factorsOf[grade] }], reason: '' })
  return id
}

const readEntry = ({ register }: Sample, id: string) =>
  register.database.read.selectFrom('risk_point').select(['entry_state', 'entry_grade', 'grade_code', 'determined_grade', 'entry_due_on', 'to_re_examine', 'revision', 'state']).where('id', '=', id).executeTakeFirstOrThrow()

/** Reads an order's long work to its end. */
export async function outcome(work: Promise<AsyncIteratorObject<unknown, ReviewOutcome, void>>): Promise<ReviewOutcome> {
  const reports = await work
  for (;;) {
    const step = await reports.next()
    if (step.done) return step.value
  }
}

export const one = (id: string) => ({ items: [{ id }] })

/** The codes of every step's checklist: somebody who looked at everything. */
export const everyCheck: string[] = defaultLadder({ code: 'three', labels: { 'zh-CN': '三级', en: 'three' }, levels: [] }).steps.flatMap(({ checklist }) => checklist.map(({ code }) => code))

/** Passes an entry on as somebody. */
export const pass = (client: ContractClient, id: string, more: { reason?: string; grade?: { finalGrade: string }; evidence?: string[] } = {}): Promise<ReviewOutcome> =>
  outcome(client.review.decide({ selection: one(id), decision: 'pass', checklist: everyCheck, ...more }))

/** The codes for which entries were left alone. */
export const codesOf = ({ reasons }: ReviewOutcome): string[] => reasons.map(({ code }) => code)

