import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { AnyRouter, RouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import type { ScryptCost } from '#core/environment.ts'
import { nodeScrypt } from '#core/people/password-hash.ts'
import { openSession } from '#core/people/session.ts'
import { createRouter } from '#core/router.ts'
import { openFaultLog } from '#hosts/calls/fault-log.ts'
import type { ContractClient } from '#shared/contract/index.ts'
import { answerOf, goodPassword, idOf, logOf, openWindow, otherPassword, service, signedIn, withPeople } from '#test/core/people/people.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'

test('a hundred guesses sent at once are counted one by one: four are judged wrong, the rest meet the lock-out', () => withPeople(async (register) => {
  const guesses = await Promise.all(Array.from({ length: 100 }, (_, guess) => answerOf(openWindow(register).client.people.signIn({ name: '审计员丙', password: `Guess-number-${guess}` }))))
  expect(guesses.filter((answer) => answer === 'sign-in.wrong')).toHaveLength(4)
  expect(guesses.filter((answer) => answer === 'sign-in.locked-out')).toHaveLength(96)
  expect((await register.database.read.selectFrom('person').select('failures').where('name', '=', '审计员丙').executeTakeFirstOrThrow()).failures).toBe(5)
}))

test('the right password among guesses sent at once does not get through after the lock-out began', () => withPeople(async (register) => {
  const passwords = [...Array.from({ length: 8 }, (_, guess) => `Guess-number-${guess}`), goodPassword]
  const answers = await Promise.all(passwords.map((password) => answerOf(openWindow(register).client.people.signIn({ name: '审计员丙', password }))))
  expect(answers).not.toContain('done')
}))

test('guessing at a locked screen and at the present password counts like guessing at the sign-in', () => withPeople(async (register) => {
  const { client } = await signedIn(register, '填报人丁')
  for (let guess = 0; guess < 3; guess++) await answerOf(client.people.changePassword({ current: `guess ${guess}`, password: otherPassword }))
  register.clock.pass(16 * 60_000)
  expect(await answerOf(client.people.unlock({ password: 'guess 3' }))).toBe('sign-in.wrong')
  expect(await answerOf(client.people.unlock({ password: 'guess 4' }))).toBe('sign-in.locked-out')
  expect(await answerOf(client.people.unlock({ password: goodPassword }))).toBe('sign-in.locked-out')
}))

/** A register whose password work is counted. */
function counting(register: TestRegister): { register: TestRegister; costs: ScryptCost[] } {
  const costs: ScryptCost[] = []
  const quick = register.clock.passwordWork ?? nodeScrypt
  const passwordWork = { ...quick, derive: (password: string, salt: Buffer, cost: ScryptCost) => { costs.push(cost); return quick.derive(password, salt, cost) } }
  const core = { ...register.core, database: register.database, env: { ...register.clock, passwordWork } }
  return { register: { ...register, core }, costs }
}

test('a name nobody bears takes the same work, gets the same answers and the same lock-out', () => withPeople(async (plain) => {
  const { register, costs } = counting(plain)
  const attempts = async (name: string) => {
    costs.length = 0
    const answers: string[] = []
    for (let attempt = 0; attempt < 7; attempt++) answers.push(await answerOf(openWindow(register).client.people.signIn({ name, password: 'not the password' })))
    return { answers, costs: [...costs] }
  }
  const known = await attempts('填报人丁')
  expect(known.costs).toHaveLength(5)
  expect(await attempts('无此人')).toEqual(known)
  expect(await attempts('')).toEqual(known)
}))

test('neither password nor hash is ever in the log, in an answer or in the fault log, not even one typed as the name', () => withPeople(async (register) => {
  const secrets = [goodPassword, otherPassword, 'Secret-typed-as-name-9', 'Wrong-guess-77']
  const faults = openFaultLog(register.core.folder.logs, register.clock)
  const client = createRouterClient(createRouter(), { context: { core: register.core, identity: openSession('pc-user'), reportFault: faults.report } }) as RouterClient<AnyRouter> as ContractClient
  const told: unknown[] = []
  const tell = async (promise: Promise<unknown>) => { told.push(await promise.catch((error: unknown) => JSON.stringify(error) + String(error))) }
  await tell(client.people.signIn({ name: 'Secret-typed-as-name-9', password: 'Wrong-guess-77' }))
  await tell(client.people.signIn({ name: '系统员甲', password: 'Wrong-guess-77' }))
  await tell(client.people.signIn({ name: '系统员甲', password: goodPassword }))
  await tell(client.people.changePassword({ current: goodPassword, password: otherPassword }))
  await tell(client.people.changePassword({ current: otherPassword, password: 'x'.repeat(5000) }))
  await tell(client.people.me())
  await tell(client.people.accounts())
  const { oneTimePassword } = await client.people.reset({ id: await idOf(register, '填报人丁') })
  await register.database.change({ kind: 'person', name: 'x' }, async (change) => {
    await change.db.updateTable('person').set({ password: '{"algorithm":"none"}' }).where('name', '=', '审计员丙').execute()
    await change.record({ action: 'test', entity: 'test', entityId: 'test' })
  })
  await tell(client.people.signIn({ name: '审计员丙', password: 'Wrong-guess-77' }))
  const { logs } = register.core.folder
  const faultText = readdirSync(logs).map((name) => readFileSync(join(logs, name), 'utf8')).join('')
  expect(faultText, 'the broken account is a fault and is kept as one').not.toBe('')
  const hashes = (await register.database.read.selectFrom('person').select('password').execute()).flatMap(({ password }) => {
    const { hash, salt } = JSON.parse(password) as { hash?: string; salt?: string }
    return [hash, salt].filter((part) => part !== undefined)
  })
  const everything = JSON.stringify([await logOf(register), told, faultText])
  for (const secret of [...secrets, oneTimePassword ?? 'none', ...hashes]) expect(everything.includes(secret), secret).toBe(false)
}))

test('an account whose kept hash asks for an absurd amount of work is a fault, not a way to fill the memory', () => withPeople(async (register) => {
  await register.database.change({ kind: 'person', name: 'x' }, async (change) => {
    await change.db.updateTable('person').set({ password: JSON.stringify({ algorithm: 'scrypt', N: 2 ** 30, r: 8, p: 1, salt: 'AAAA', hash: 'AAAA' }) }).where('name', '=', '审计员丙').execute()
    await change.record({ action: 'test', entity: 'test', entityId: 'test' })
  })
  expect(await answerOf(service(register).people.accounts())).toBe('done')
  expect(await answerOf(openWindow(register).client.people.signIn({ name: '审计员丙', password: goodPassword }))).not.toBe('done')
}))
