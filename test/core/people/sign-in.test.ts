import { describe, expect, test } from 'vitest'
import { answerOf, goodPassword, idOf, logOf, openWindow, otherPassword, service, signedIn, withPeople } from './people.ts'

const minute = 60_000

describe('signing in', () => {
  test('tells when one signed in last and how many attempts failed since', () => withPeople(async (register) => {
    const { client } = openWindow(register)
    expect(await client.people.signIn({ name: '填报人丁', password: goodPassword })).toEqual({ at: null, failures: 0 })
    await client.people.signOut()
    const first = register.clock.now()
    register.clock.pass(minute)
    for (let failed = 0; failed < 2; failed++) expect(await answerOf(client.people.signIn({ name: '填报人丁', password: 'wrong' }))).toBe('sign-in.wrong')
    const second = await client.people.signIn({ name: ' 填报人丁 ', password: goodPassword })
    expect(second).toEqual({ at: new Date(first).toISOString(), failures: 2 })
    expect(await client.people.me()).toMatchObject({ state: 'signed-in', person: { name: '填报人丁' }, grants: [{ role: 'risk-officer' }], lastSignIn: second })
  }))

  test('the fifth failure suspends sign-in, each further one for longer, and a restart does not help', () => withPeople(async (register) => {
    const { client } = openWindow(register)
    const attempt = (password: string) => answerOf(client.people.signIn({ name: '填报人丁', password }))
    for (let failed = 1; failed < 5; failed++) expect(await attempt('wrong')).toBe('sign-in.wrong')
    for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60]) {
      expect([minutes, await attempt('wrong')]).toEqual([minutes, 'sign-in.locked-out'])
      expect([minutes, await answerOf(openWindow(register).client.people.signIn({ name: '填报人丁', password: goodPassword }))]).toEqual([minutes, 'sign-in.locked-out'])
      register.clock.pass(minutes * minute - 1)
      expect([minutes, await attempt(goodPassword)]).toEqual([minutes, 'sign-in.locked-out'])
      register.clock.pass(1)
    }
    expect(await attempt(goodPassword)).toBe('done')
    expect(await attempt('wrong'), 'a success begins the count anew').toBe('sign-in.wrong')
    const failures = (await logOf(register)).filter(({ action }) => action === 'session.lock-out')
    expect(failures).toHaveLength(8)
    expect(failures[0]).toMatchObject({ actor: 'pc-user', actor_id: null, entity: 'session', entity_id: await idOf(register, '填报人丁') })
  }))

  test('a hash made with less work than today’s is made anew', () => withPeople(async (register) => {
    const cost = async () => JSON.parse((await register.database.read.selectFrom('person').select('password').where('name', '=', '填报人丁').executeTakeFirstOrThrow()).password) as { N: number }
    expect((await cost()).N).toBe(2)
    const { passwordWork } = register.clock
    if (passwordWork === undefined) throw new Error('the test register has no password work')
    const harder = { ...register.core, database: register.database, env: { ...register.clock, passwordWork: { ...passwordWork, cost: { N: 4, r: 1, p: 1 } } } }
    await signedIn({ ...register, core: harder }, '填报人丁')
    expect((await cost()).N).toBe(4)
    await signedIn(register, '填报人丁')
    expect((await cost()).N, 'a stronger one stays').toBe(4)
  }))
})

describe('a session', () => {
  test('is locked after the minutes the security officer set, whatever the page asks meanwhile', () => withPeople(async (register) => {
    const officer = await signedIn(register, '安全员乙')
    const { revision } = await officer.client.people.sessionRules()
    await officer.client.people.saveSessionRules({ idleMinutes: 5, revision })
    const { client } = await signedIn(register, '填报人丁')
    for (let step = 0; step < 4; step++) {
      register.clock.pass(minute)
      expect(await answerOf(client.overview.get())).toBe('done')
    }
    await client.people.stir()
    register.clock.pass(5 * minute - 1)
    expect(await answerOf(client.overview.get())).toBe('done')
    register.clock.pass(1)
    expect(await answerOf(client.overview.get())).toBe('session.locked')
    await client.people.stir()
    expect(await answerOf(client.overview.get()), 'a sign of life does not unlock').toBe('session.locked')
    expect(await client.people.me()).toMatchObject({ state: 'locked', person: { name: '填报人丁' }, grants: [{ role: 'risk-officer' }] })
    expect(await answerOf(client.people.changePassword({ current: goodPassword, password: otherPassword }))).toBe('session.locked')
    expect(await answerOf(client.people.unlock({ password: 'wrong' }))).toBe('sign-in.wrong')
    await client.people.unlock({ password: goodPassword })
    expect(await answerOf(client.overview.get())).toBe('done')
    expect((await logOf(register)).slice(-3).map(({ action }) => action)).toEqual(['session.lock', 'session.fail', 'session.unlock'])
  }))

  test('is locked too when the clock is turned back', () => withPeople(async (register) => {
    const { client } = await signedIn(register, '填报人丁')
    register.clock.pass(-30 * minute)
    expect(await answerOf(client.overview.get())).toBe('session.locked')
  }))

  test('ends with signing out', () => withPeople(async (register) => {
    const { client } = await signedIn(register, '填报人丁')
    await client.people.signOut()
    expect(await answerOf(client.overview.get())).toBe('session.missing')
    expect(await client.people.me()).toMatchObject({ state: 'signed-out', person: null, lastSignIn: null })
    expect((await logOf(register)).at(-1)).toMatchObject({ action: 'session.end', actor: '填报人丁', actor_id: await idOf(register, '填报人丁') })
  }))
})

describe('one’s own password', () => {
  test('is changed with the present one, and none of the last five is taken again', () => withPeople(async (register) => {
    const { client } = await signedIn(register, '填报人丁')
    let current = goodPassword
    const change = async (password: string) => {
      const answer = await answerOf(client.people.changePassword({ current, password }))
      if (answer === 'done') current = password
      return answer
    }
    expect(await answerOf(client.people.changePassword({ current: 'wrong', password: otherPassword }))).toBe('sign-in.wrong')
    expect(await change('short')).toBe('password.too-short')
    expect(await change(goodPassword)).toBe('password.used-before')
    for (let turn = 1; turn <= 4; turn++) expect(await change(`Lake-and-meadow-${turn}`)).toBe('done')
    expect(await change(goodPassword)).toBe('password.used-before')
    expect(await change('Lake-and-meadow-5')).toBe('done')
    expect(await change(goodPassword), 'the sixth from the end is free again').toBe('done')
    expect(await answerOf(client.overview.get()), 'the session goes on').toBe('done')
  }))

  test('that somebody else chose has to be changed before anything else', () => withPeople(async (register) => {
    const officer = await signedIn(register, '系统员甲')
    const { oneTimePassword } = await officer.client.people.reset({ id: await idOf(register, '填报人丁') })
    if (oneTimePassword === null) throw new Error('no one-time password')
    const { client } = await signedIn(register, '填报人丁', oneTimePassword)
    expect((await client.people.me()).state).toBe('must-change')
    expect(await answerOf(client.overview.get())).toBe('password.must-change')
    await client.people.changePassword({ current: oneTimePassword, password: otherPassword })
    expect(await answerOf(client.overview.get())).toBe('done')
  }))

  test('given by a reset lifts a lock-out', () => withPeople(async (register) => {
    const { client } = openWindow(register)
    for (let failed = 0; failed < 5; failed++) await answerOf(client.people.signIn({ name: '填报人丁', password: 'wrong' }))
    const { oneTimePassword } = await service(register).people.reset({ id: await idOf(register, '填报人丁') })
    expect(await answerOf(client.people.signIn({ name: '填报人丁', password: oneTimePassword ?? '' }))).toBe('done')
  }))
})
