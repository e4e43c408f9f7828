import { describe, expect, test } from 'vitest'
import { createDepartment } from '#core/organisation/department-records.ts'
import { createPost } from '#core/organisation/post-records.ts'
import { openTestRegister, setUpTestOrganisation } from '../helpers/register.ts'
import { answerOf, clientBy, founding, goodPassword, idOf, logOf, openWindow, otherPassword, service, signedIn, withPeople } from './people.ts'

describe('the first accounts', () => {
  test('are the three officers and whoever is named, all or none, and only once', async () => {
    const register = await openTestRegister()
    try {
      const { client } = openWindow(register)
      expect((await client.people.me()).state).toBe('founding')
      expect(await answerOf(client.people.found(founding)), 'an organisation comes first').toBe('organisation.missing')
      await setUpTestOrganisation(register)
      const weak = { ...founding, people: [{ name: '填报人丁', password: 'password12', roles: [{ role: 'risk-officer' as const, departments: 'all' as const }] }] }
      expect(await answerOf(client.people.found(weak))).toBe('password.too-few-kinds')
      const twice = { ...founding, officers: { ...founding.officers, 'audit-officer': { name: '系统员甲', password: goodPassword } } }
      expect(await answerOf(client.people.found(twice))).toBe('person.name-taken')
      expect((await client.people.me()).state, 'nothing is left of what was refused').toBe('founding')
      expect(await client.people.found(founding)).toEqual({ created: 5 })
      expect((await client.people.me()).state).toBe('signed-out')
      expect(await answerOf(client.people.found(founding))).toBe('session.missing')
      expect(await answerOf(service(register).people.found(founding))).toBe('people.founded')
    } finally {
      await register.close()
    }
  })

  test('bring the departments along that are not there yet', () => withPeople(async (register) => {
    const { client } = await signedIn(register, '填报人丁')
    const [department] = await client.organisation.departments()
    expect(department?.name).toBe('行政审批股')
    expect((await client.people.me()).grants).toEqual([{ role: 'risk-officer', departments: [department?.id] }])
  }))
})

describe('accounts', () => {
  test('are made by the system officer with a password for one use, and can do nothing until a role is given', () => withPeople(async (register) => {
    const { client } = await signedIn(register, '系统员甲')
    const { id, oneTimePassword } = await client.people.create({ name: '新人己' })
    expect(oneTimePassword).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/u)
    expect(await answerOf(client.people.create({ name: '新人 己' })), 'names are told apart by more than a space').toBe('person.name-taken')
    expect(await answerOf(client.people.create({ name: '新人庚', grants: [{ role: 'assessor', departments: 'all' }] }))).toBe('permission.missing')
    const window = await signedIn(register, '新人己', oneTimePassword ?? '')
    await window.client.people.changePassword({ current: oneTimePassword ?? '', password: otherPassword })
    expect((await window.client.people.me()).grants).toEqual([{ role: 'member', departments: 'all' }])
    expect(await answerOf(window.client.overview.get())).toBe('permission.missing')
    const security = await signedIn(register, '安全员乙')
    await security.client.people.grant({ personId: id, role: 'assessor', departments: 'all' })
    expect(await answerOf(window.client.overview.get()), 'at once, in the same session').toBe('done')
  }))

  test('are renamed, withdrawn and reinstated, but nobody’s own', () => withPeople(async (register) => {
    const { client } = await signedIn(register, '系统员甲')
    const id = await idOf(register, '填报人丁')
    expect(await client.people.rename({ id, revision: 1, name: '填报人丁（审批股）' })).toEqual({ revision: 2 })
    expect(await answerOf(client.people.rename({ id, revision: 1, name: '别名' }))).toBe('STALE')
    expect(await client.people.withdraw({ id })).toEqual({ withdrawn: 1 })
    expect(await answerOf(signedIn(register, '填报人丁（审批股）'))).toBe('sign-in.wrong')
    await client.people.create({ name: '填报人丁（审批股）' })
    expect(await answerOf(client.people.reinstate({ id }))).toBe('person.name-taken')
    expect(await answerOf(client.people.withdraw({ id: await idOf(register, '系统员甲') }))).toBe('person.own')
    expect(await answerOf(client.people.reset({ id: await idOf(register, '系统员甲') }))).toBe('person.own')
    const mine = (await logOf(register)).filter(({ entity, entity_id }) => entity === 'person' && entity_id === id)
    expect(mine.map(({ action }) => action)).toEqual(['person.create', 'person.change', 'person.withdraw'])
  }))
})

describe('roles', () => {
  test('of the three officers exclude every other one and each other', () => withPeople(async (register) => {
    const { client } = await signedIn(register, '安全员乙')
    const [worker, audit] = [await idOf(register, '填报人丁'), await idOf(register, '审计员丙')]
    expect(await answerOf(client.people.grant({ personId: worker, role: 'audit-officer', departments: 'all' }))).toBe('grant.not-joined')
    expect(await answerOf(client.people.grant({ personId: audit, role: 'system-officer', departments: 'all' }))).toBe('grant.not-joined')
    expect(await answerOf(client.people.grant({ personId: audit, role: 'inspector', departments: 'all' }))).toBe('grant.not-joined')
    expect(await answerOf(client.people.grant({ personId: await idOf(register, '安全员乙'), role: 'inspector', departments: 'all' }))).toBe('person.own')
    expect(await answerOf(client.people.grant({ personId: worker, role: 'section-head', departments: 'all' }))).toBe('done')
  }))

  test('given again replace their departments, and only some can be limited to departments', () => withPeople(async (register) => {
    const { client } = await signedIn(register, '安全员乙')
    const personId = await idOf(register, '填报人丁')
    const department = await register.change((change) => createDepartment(change, { name: '水政监察大队' }))
    await client.people.grant({ personId, role: 'risk-officer', departments: [department] })
    const grants = (await client.people.accounts()).find(({ id }) => id === personId)?.grants
    expect(grants).toMatchObject([{ role: 'risk-officer', departments: [{ id: department, name: '水政监察大队' }], grantedBy: '安全员乙' }])
    expect(await answerOf(client.people.grant({ personId, role: 'inspector', departments: [department] }))).toBe('grant.whole-only')
  }))

  test('of the last officer of a kind are neither ended nor withdrawn', () => withPeople(async (register) => {
    const client = service(register)
    for (const [name, role] of [['系统员甲', 'system-officer'], ['安全员乙', 'security-officer'], ['审计员丙', 'audit-officer']] as const) {
      const id = await idOf(register, name)
      const grant = (await client.people.accounts()).find((account) => account.id === id)?.grants[0]?.id ?? ''
      expect([name, await answerOf(client.people.withdraw({ id }))]).toEqual([name, 'officer.last'])
      expect([name, await answerOf(client.people.endGrant({ id: grant }))]).toEqual([name, 'officer.last'])
      const { id: second } = await client.people.create({ name: `${name}二`, grants: [{ role, departments: 'all' }] })
      expect([name, await answerOf(client.people.endGrant({ id: grant }))]).toEqual([name, 'done'])
      expect([name, await answerOf(client.people.withdraw({ id: second }))]).toEqual([name, 'officer.last'])
    }
  }))
})

describe('holders of a post', () => {
  test('follow one another; two at once only where that is meant', () => withPeople(async (register) => {
    const { client } = await signedIn(register, '系统员甲')
    const [department] = await client.organisation.departments()
    const postId = await register.change((change) => createPost(change, { departmentId: department?.id ?? '', name: '审批岗' }))
    const [first, second] = [await idOf(register, '填报人丁'), await idOf(register, '复核人戊')]
    const { id } = await client.people.assignPost({ postId, personId: first, since: '2025-01-01' })
    expect(await answerOf(client.people.assignPost({ postId, personId: second, since: '2026-06-01' }))).toBe('holding.overlaps')
    expect(await answerOf(client.people.assignPost({ postId, personId: first, since: '2026-06-01' }))).toBe('holding.twice')
    expect(await answerOf(client.people.endHolding({ id, revision: 1, until: '2024-12-31' }))).toBe('holding.ends-before')
    expect(await client.people.endHolding({ id, revision: 1, until: '2026-05-31' })).toEqual({ revision: 2 })
    expect(await answerOf(client.people.assignPost({ postId, personId: second, since: '2026-05-31' })), 'the last day is still his').toBe('holding.overlaps')
    expect(await answerOf(client.people.assignPost({ postId, personId: second, since: '2026-06-01' }))).toBe('done')
    expect(await answerOf(client.people.assignPost({ postId, personId: await idOf(register, '审计员丙'), since: '2026-06-01', alongside: true }))).toBe('done')
    expect((await client.people.holdings()).map(({ person, since, until }) => [person, since, until])).toEqual([['复核人戊', '2026-06-01', null], ['审计员丙', '2026-06-01', null], ['填报人丁', '2025-01-01', '2026-05-31']])
    expect((await logOf(register)).filter(({ action }) => action === 'post-holding.change')).toHaveLength(4)
  }))

  test('leave their posts with their account: what runs ends today, what has not begun does not begin', () => withPeople(async (register) => {
    const { client } = await signedIn(register, '系统员甲')
    const [department] = await client.organisation.departments()
    const post = (name: string) => register.change((change) => createPost(change, { departmentId: department?.id ?? '', name }))
    const personId = await idOf(register, '填报人丁')
    await client.people.assignPost({ postId: await post('审批岗'), personId, since: '2025-01-01' })
    await client.people.assignPost({ postId: await post('受理岗'), personId, since: '2024-01-01', until: '2024-12-31' })
    await client.people.assignPost({ postId: await post('监管岗'), personId, since: '2199-01-01' })
    await client.people.withdraw({ id: personId })
    const today = register.database.env.localDate(register.database.env.now())
    expect((await client.people.holdings()).map(({ post: name, until }) => [name, until]).toSorted()).toEqual([['受理岗', '2024-12-31'], ['审批岗', today]])
    expect((await logOf(register)).filter(({ action }) => action === 'post-holding.change')).toHaveLength(5)
  }))
})

describe('preferences', () => {
  test('are each person’s own; language and theme of the sign-in page hold until somebody chooses otherwise', () => withPeople(async (register) => {
    const nobody = openWindow(register).client
    await nobody.system.setPreference({ key: 'language', value: 'en' })
    await nobody.system.setPreference({ key: 'draft.x', value: 'not his' })
    const { client } = await signedIn(register, '填报人丁')
    expect(await client.system.preferences()).toEqual({ language: 'en' })
    await client.system.setPreference({ key: 'language', value: 'zh-CN' })
    await client.system.setPreference({ key: 'columns', value: [1] })
    expect(await client.system.preferences()).toEqual({ language: 'zh-CN', columns: [1] })
    const other = await signedIn(register, '复核人戊')
    await other.client.system.setPreference({ key: `${await idOf(register, '填报人丁')}:columns`, value: 'forged' })
    expect(await client.system.preferences()).toEqual({ language: 'zh-CN', columns: [1] })
    expect(await nobody.system.preferences()).toEqual({ 'language': 'en', 'draft.x': 'not his' })
    expect(await clientBy(register, other.identity).system.preferences()).toMatchObject({ language: 'en' })
  }))
})
