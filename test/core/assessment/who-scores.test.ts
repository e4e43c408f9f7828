import { expect, test } from 'vitest'
import { createPerson } from '#core/people/accounts.ts'
import { endGrant, grantRole } from '#core/people/grants.ts'
import { assignPost } from '#core/people/holdings.ts'
import type { GrantableRole } from '#shared/model/roles.ts'
import { refusalOf } from '../helpers/graded-register.ts'
import type { TestRegister } from '../helpers/register.ts'
import { as, freeze2026, handlers, openCampaign, scoreAll, withAssessed } from './assessed-register.ts'
import type { Assessed } from './assessed-register.ts'

const codeOf = async (promise: unknown): Promise<string> => (await refusalOf(promise as Promise<unknown>)).code

/** The campaign with the approvals department self-scored, and its sheet. */
async function selfScored(assessed: Assessed) {
  const { register, small } = assessed
  await freeze2026(assessed)
  const { id: campaign } = await openCampaign(assessed)
  const writer = as(register, '填报员', 'risk-officer', [small.permits])
  const id = (await handlers.campaign({ id: campaign }, writer)).board.find(({ name }) => name === '行政审批股')?.id ?? ''
  await scoreAll(writer, id, { rater: 'self', percent: 100 })
  return { campaign, id, writer, inspector: as(register, '考评办', 'inspector'), assessor: as(register, '考评员', 'assessor'), chief: as(register, '主要领导', 'chief-leader') }
}

const idOf = ({ database: { connection } }: TestRegister, name: string): string => connection.prepare<[string], string>('SELECT id FROM person WHERE name = ?').pluck().get(name) ?? ''
const employ = (register: TestRegister, name: string, role: GrantableRole) =>
  register.change(async (change) => grantRole(change, { personId: await createPerson(change, { name, hash: '{}', mustChange: false }), role, departments: 'all' }))
const hold = (register: TestRegister, postId: string, name: string) => register.change((change) => assignPost(change, { postId, personId: idOf(register, name), since: '2026-01-01', until: null, alongside: true }))
const dismiss = (register: TestRegister, name: string) => {
  const grant = register.database.connection.prepare<[string], string>('SELECT id FROM role_grant WHERE person_id = ? AND ended_at IS NULL').pluck().get(idOf(register, name)) ?? ''
  return register.change((change) => endGrant(change, grant))
}

test('whoever holds a post in a department neither scores it nor marks its vetoes, and the sheet says who may', async () => {
  await withAssessed(async (assessed) => {
    const { register, small } = assessed
    const { id, inspector, assessor, writer } = await selfScored(assessed)
    await hold(register, small.post, '考评办')
    expect(await codeOf(scoreAll(inspector, id, { rater: 'office', percent: 90 }))).toBe('assessment.own-department')
    expect(await codeOf(handlers.handOnOffice({ id }, inspector))).toBe('assessment.own-department')
    expect(await codeOf(handlers.sendBackOffice({ id, reason: '佐证不全' }, inspector))).toBe('assessment.own-department')
    expect(await codeOf(handlers.markVeto({ id, veto: 'discipline', fires: true, reason: '有人受查处' }, inspector))).toBe('assessment.own-department')
    expect(await handlers.sheet({ id }, inspector)).toMatchObject({ scoring: { self: 'no-role', office: 'own-department', lead: 'no-role' }, asked: ['考评员'] })
    expect((await handlers.sheet({ id }, writer)).scoring).toEqual({ self: 'may', office: 'no-role', lead: 'no-role' })
    await scoreAll(assessor, id, { rater: 'office', percent: 90 })
    expect((await handlers.sheet({ id }, assessor)).handOvers.map(({ action, from, to, by }) => [action, from, to, by])).toEqual([['hand-on', 'self', 'office', '填报员'], ['hand-on', 'office', 'lead', '考评员']])
  })
})

test('where nobody of the office is left the chief is asked for its score, and then somebody else for the leaders’', async () => {
  await withAssessed(async (assessed) => {
    const { register, small } = assessed
    const { id, assessor, chief } = await selfScored(assessed)
    expect(await codeOf(scoreAll(chief, id, { rater: 'office', percent: 90 }))).toBe('assessment.not-asked')
    await hold(register, small.post, '考评办')
    await hold(register, small.post, '考评员')
    expect(await codeOf(handlers.handOnOffice({ id }, assessor))).toBe('assessment.own-department')
    expect(await handlers.sheet({ id }, chief)).toMatchObject({ scoring: { office: 'instead' }, asked: ['主要领导'] })
    await scoreAll(chief, id, { rater: 'office', percent: 90 })
    expect(await handlers.sheet({ id }, chief)).toMatchObject({ scoring: { lead: 'nobody-left' }, asked: [] })
    expect(await codeOf(handlers.handOnLead({ id }, chief))).toBe('assessment.nobody-left')
    await employ(register, '分管领导', 'leader-in-charge')
    expect(await codeOf(handlers.handOnLead({ id }, chief))).toBe('assessment.own-office-score')
    const leader = as(register, '分管领导', 'leader-in-charge')
    await scoreAll(leader, id, { rater: 'lead', percent: 100 })
    expect(await handlers.sheet({ id }, leader)).toMatchObject({ department: { step: 'scored' } })
  })
})

test('handing a sheet on is a part in its score, and so is a veto that was marked', async () => {
  await withAssessed(async (assessed) => {
    const { register } = assessed
    const { id, inspector, assessor } = await selfScored(assessed)
    await handlers.markVeto({ id, veto: 'discipline', fires: true, reason: '误报' }, as(register, '标记人', 'assessor'))
    await handlers.markVeto({ id, veto: 'discipline', fires: false, reason: '不属实' }, inspector)
    const sheet = await handlers.sheet({ id }, assessor)
    for (const item of sheet.groups.flatMap(({ items }) => items).filter(({ computed }) => computed === null)) await handlers.scoreOffice({ campaignItemId: item.id, score: item.points, reason: '', seen: null }, assessor)
    await handlers.handOnOffice({ id }, as(register, '移交人', 'inspector'))
    for (const name of ['考评员', '标记人', '移交人']) expect(await codeOf(handlers.handOnLead({ id }, as(register, name, 'chief-leader'))), name).toBe('assessment.own-office-score')
    expect(await handlers.sendBackLead({ id, reason: '请再核' }, as(register, '主要领导', 'chief-leader'))).toEqual({ step: 'office' })
  })
})

test('an objection is answered by nobody of the department, and the leaders’ score is not corrected by whom gave the office’s', async () => {
  await withAssessed(async (assessed) => {
    const { register, small } = assessed
    const { campaign, id, writer, inspector, chief } = await selfScored(assessed)
    await scoreAll(inspector, id, { rater: 'office', percent: 90 })
    await scoreAll(chief, id, { rater: 'lead', percent: 90 })
    const other = (await handlers.campaign({ id: campaign }, inspector)).board.find(({ name }) => name === '水政监察大队')?.id ?? ''
    await scoreAll(as(register, '监察员', 'section-head', [small.inspectors]), other, { rater: 'self', percent: 100 })
    await scoreAll(inspector, other, { rater: 'office', percent: 100 })
    await scoreAll(chief, other, { rater: 'lead', percent: 100 })
    await handlers.publish({ id: campaign, revision: 1, objectUntil: '2026-06-25' }, inspector)
    const item = (await handlers.sheet({ id }, writer)).groups[0]?.items[0]
    const { id: objectionId } = await handlers.object({ campaignItemId: item?.id ?? '', text: '领导小组文件见附件' }, writer)
    const correct = (call: typeof writer, rater: 'office' | 'lead') => handlers.answer({ objectionId, outcome: 'corrected', text: '属实', corrections: [{ rater, score: 3 }] }, call)
    expect(await codeOf(correct(inspector, 'lead'))).toBe('assessment.own-office-score')
    expect(await codeOf(correct(chief, 'office'))).toBe('assessment.own-lead-score')
    await employ(register, '本科室纪检', 'inspector')
    await hold(register, small.post, '本科室纪检')
    expect(await codeOf(correct(as(register, '本科室纪检', 'inspector'), 'office'))).toBe('assessment.own-department')
    await correct(chief, 'lead')
    expect((await handlers.objections({ id: campaign }, inspector))[0]?.answer).toMatchObject({ answeredBy: '主要领导', corrections: [{ rater: 'lead', from: 2.7, to: 3 }] })
  })
})

test('whose role has ended is not asked any more', async () => {
  await withAssessed(async (assessed) => {
    const { register } = assessed
    const { id, inspector } = await selfScored(assessed)
    expect((await handlers.sheet({ id }, inspector)).asked).toEqual(['考评办', '考评员'])
    await dismiss(register, '考评员')
    expect((await handlers.sheet({ id }, inspector)).asked).toEqual(['考评办'])
  })
})
