import { describe, expect, test } from 'vitest'
import { createDepartment } from '#core/organisation/department-records.ts'
import { createPower } from '#core/powers/power-records.ts'
import { readToEnd } from '#hosts/calls/core-client.ts'
import type { ImportPlan } from '#shared/contract/exchange.ts'
import type { ContractClient } from '#shared/contract/index.ts'
import { answerOf, idOf, service, signedIn, withPeople } from '../people/people.ts'
import { aPoint } from '../helpers/graded-register.ts'
import { csvFile } from './importing.ts'

const head = ['科室', '岗位', '职权名称', '流程环节', '风险类别', '风险点及表现形式', '自评等级', '防控措施', '完成时限', '责任人']
const row = (department: string, power: string, text: string): string[] => [department, '审批岗', power, '受理', '业务流程', text, '高', `针对${text}的措施`, '长期', '股室负责人']

const plan = async (client: ContractClient, file: File): Promise<ImportPlan> => readToEnd(await client.exchange.plan({ file, mapping: {} }))
const apply = async (client: ContractClient, planId: string) => readToEnd(await client.exchange.apply({ planId }))
const undo = async (client: ContractClient, batchId: string) => readToEnd(await client.exchange.undo({ batchId }))

/** The register as it stands, in a few words. */
const points = (client: ContractClient) => client.risks.list({ offset: 0, limit: 100 }).then(({ rows }) => rows.map(({ manifestation, departmentName }) => `${departmentName ?? '—'} ${manifestation}`))

describe('whoever reaches one department', () => {
  const file = csvFile([head, row('行政审批股', '取水许可审批', '受理不公'), row('水政监察大队', '对擅自取水的处罚', '有案不立'), row('行政审批股', '取水许可审批', '超时办结'), row('新设的科', '新的职权', '新的风险')])

  test('imports its rows; those of others, and of departments that are not there yet, are left out with a sentence', () => withPeople(async (register) => {
    await register.change((change) => createDepartment(change, { name: '水政监察大队' }))
    const { client } = await signedIn(register, '填报人丁')
    const made = await plan(client, file)
    expect(made.summary).toMatchObject({ rejected: 2, riskPoints: { created: 2 } })
    expect(made.issues.filter(({ code }) => code === 'row.outside-scope').map((issue) => issue.row)).toEqual([3, 5])
    await apply(client, made.planId)
    expect(await points(client)).toEqual(['行政审批股 受理不公', '行政审批股 超时办结'])
    expect((await client.organisation.departments()).map(({ name }) => name)).toEqual(['行政审批股', '水政监察大队'])
  }))

  test('does not take another department’s record over by naming the own one in its row', () => withPeople(async (register) => {
    const other = await register.change((change) => createDepartment(change, { name: '水政监察大队' }))
    const powerId = await register.change((change) => createPower(change, { name: '对擅自取水的处罚', departmentId: other }))
    await aPoint(register, { powerId, departmentId: other, manifestation: '有案不立' })
    const { client } = await signedIn(register, '填报人丁')
    const made = await plan(client, csvFile([head, row('行政审批股', '对擅自取水的处罚', '有案不立')]))
    expect(made.summary).toMatchObject({ rejected: 1 })
    expect(await points(client)).toEqual(['水政监察大队 有案不立'])
  }))

  test('does not carry out a plan that reaches further, nor take such an import back', () => withPeople(async (register) => {
    const { client } = await signedIn(register, '填报人丁')
    const wide = await plan(service(register), file)
    expect(await answerOf(apply(client, wide.planId))).toBe('permission.elsewhere')
    const { id } = await apply(service(register), wide.planId)
    expect(await answerOf(undo(client, id))).toBe('permission.elsewhere')
    const own = await plan(client, csvFile([head, row('行政审批股', '取水许可审批', '另一个风险')]))
    const batch = await apply(client, own.planId)
    await undo(client, batch.id)
    expect(await points(client)).not.toContain('行政审批股 另一个风险')
  }))

  test('loses what a plan may write when the role is narrowed before it is carried out', () => withPeople(async (register) => {
    const { client } = await signedIn(register, '填报人丁')
    const made = await plan(client, file)
    const other = await register.change((change) => createDepartment(change, { name: '水政监察大队' }))
    await service(register).people.grant({ personId: await idOf(register, '填报人丁'), role: 'risk-officer', departments: [other] })
    expect(await answerOf(apply(client, made.planId))).toBe('permission.elsewhere')
  }))
})
