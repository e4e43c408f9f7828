import { describe, expect, test } from 'vitest'
import { answerOf, goodPassword, idOf, logOf, openWindow, service, signedIn, withPeople } from '#test/core/people/people.ts'

describe('a session whose ground is gone', () => {
  test('of a withdrawn person is refused at once, and stays ended when the account comes back', () => withPeople(async (register) => {
    const { client } = await signedIn(register, '填报人丁')
    const id = await idOf(register, '填报人丁')
    await service(register).people.withdraw({ id })
    expect(await answerOf(client.overview.get())).toBe('session.missing')
    await service(register).people.reinstate({ id })
    expect(await answerOf(client.overview.get())).toBe('session.missing')
  }))

  test('of somebody whose password was reset is refused at once', () => withPeople(async (register) => {
    const { client } = await signedIn(register, '填报人丁')
    register.clock.pass(1)
    await service(register).people.reset({ id: await idOf(register, '填报人丁') })
    expect(await answerOf(client.overview.get())).toBe('session.missing')
  }))

  test('loses a role in the middle of it', () => withPeople(async (register) => {
    const { client } = await signedIn(register, '复核人戊')
    expect(await answerOf(client.overview.get())).toBe('done')
    const grant = (await service(register).people.accounts()).find(({ name }) => name === '复核人戊')?.grants[0]?.id ?? ''
    const officer = await signedIn(register, '安全员乙')
    await officer.client.people.endGrant({ id: grant })
    expect(await answerOf(client.overview.get())).toBe('permission.missing')
    expect((await client.people.me()).state, 'he is still who he is').toBe('signed-in')
  }))

  test('of another window is not reached', () => withPeople(async (register) => {
    await signedIn(register, '系统员甲')
    const stranger = openWindow(register).client
    expect(await answerOf(stranger.people.accounts())).toBe('session.missing')
    expect(await answerOf(stranger.people.unlock({ password: goodPassword }))).toBe('session.missing')
    expect(await answerOf(stranger.people.changePassword({ current: goodPassword, password: 'Another-one-55' }))).toBe('session.missing')
  }))
})

describe('who somebody is', () => {
  test('is never taken from what the page says', () => withPeople(async (register) => {
    const { client } = await signedIn(register, '填报人丁')
    const forged: Record<string, unknown> = { name: '测试科', actor: { kind: 'service', name: 'root' }, personId: await idOf(register, '系统员甲'), caller: { grants: [{ role: 'system-officer', departments: 'all' }] }, grants: [{ role: 'system-officer', departments: 'all' }] }
    expect(await answerOf(client.organisation.createDepartment(forged as { name: string }))).toBe('permission.missing')
    const [department] = await client.organisation.departments()
    const power = { name: '取水许可审批', departmentId: department?.id, actor: '系统员甲', actorId: await idOf(register, '系统员甲') }
    await client.powers.create(power)
    expect((await logOf(register)).at(-1)).toMatchObject({ actor_kind: 'person', actor: '填报人丁', actor_id: await idOf(register, '填报人丁') })
  }))

  test('is not made up for the command line: nobody signs in there', () => withPeople(async (register) => {
    expect(await answerOf(service(register).people.signIn({ name: '系统员甲', password: goodPassword }))).toBe('session.none')
    expect((await service(register).people.me()).person).toBeNull()
  }))

  test('founding again in a register that has people is refused to everybody', () => withPeople(async (register) => {
    const officer = { name: '另一人', password: goodPassword }
    const founding = { officers: { 'system-officer': officer, 'security-officer': { ...officer, name: '另二人' }, 'audit-officer': { ...officer, name: '另三人' } } }
    expect(await answerOf(openWindow(register).client.people.found(founding))).toBe('session.missing')
    for (const name of ['系统员甲', '安全员乙', '填报人丁']) expect([name, await answerOf((await signedIn(register, name)).client.people.found(founding))]).toEqual([name, 'permission.missing'])
  }))
})
