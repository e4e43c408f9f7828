import { expect } from 'vitest'
import type { Method } from '#shared/contract/grading.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import type { PowerPatch } from '#shared/contract/powers.ts'
import type { RiskPatch } from '#shared/contract/risks.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ConfirmCode } from '#shared/model/states.ts'
import { listMethods } from '#core/grading/methods.ts'
import { putInForce } from '#core/grading/method-records.ts'
import { createPower } from '#core/powers/power-records.ts'
import { createRiskPoint } from '#core/risks/risk-records.ts'
import { openTestRegister, setUpTestOrganisation } from './register.ts'
import type { TestRegister } from './register.ts'

/** Runs a test on a register with an organisation and the product method (D = L × C) in force. */
export async function withGradedRegister(work: (register: TestRegister) => Promise<void>): Promise<void> {
  const register = await openTestRegister()
  try {
    await setUpTestOrganisation(register)
    await bringInForce(register, 'product')
    await work(register)
  } finally {
    await register.close()
  }
}

export async function methodCalled(register: TestRegister, code: string): Promise<Method> {
  const { methods } = await listMethods(register.database.read)
  const method = methods.find((one) => one.code === code)
  if (method === undefined) throw new Error(`no method ${code}`)
  return method
}

/** Puts the newest version of a method in force and answers its id. */
export async function bringInForce(register: TestRegister, code: string): Promise<string> {
  const [newest] = (await methodCalled(register, code)).versions
  if (newest === undefined) throw new Error(`no version of ${code}`)
  await register.change((change) => putInForce(change, newest.id))
  return newest.id
}

export const aPower = (register: TestRegister, patch: Partial<PowerPatch> = {}): Promise<string> =>
  register.change((change) => createPower(change, { name: '取水许可审批', typeCode: 'licence', ...patch }))

export interface PointPatch extends RiskPatch { powerId: string; confirmCode?: ConfirmCode }

export const aPoint = (register: TestRegister, patch: PointPatch): Promise<string> =>
  register.change((change) => createRiskPoint(change, { manifestation: '现场核查走过场', ...patch }))

export async function pointOf(register: TestRegister, id: string) {
  return register.database.read.selectFrom('risk_point').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

/** An item of a grading order on the point as it stands now. */
export async function itemFor(register: TestRegister, riskPointId: string, factors: Record<string, number | string | boolean>, finalGrade?: string) {
  const { revision } = await pointOf(register, riskPointId)
  return { riskPointId, revision, factors, ...(finalGrade === undefined ? {} : { finalGrade }) }
}

/** The code of the refusal a promise ends in. */
export async function refusalOf(promise: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await promise.then(() => undefined, (reason: unknown) => reason)
  expect(error).toBeInstanceOf(Refusal)
  if (!(error instanceof Refusal)) throw new Error('not refused')
  return error
}

/** Reads long work to its end: what it told, and its result. */
export async function finish<T>(work: AsyncGenerator<Progress, T, void>): Promise<{ told: Progress[]; result: T }> {
  const told: Progress[] = []
  for (;;) {
    const step = await work.next()
    if (step.done) return { told, result: step.value }
    told.push(step.value)
  }
}

/** Reads some reports of long work, then stops reading, as a page does that cancels. */
export async function stopAfter<T>(work: AsyncGenerator<Progress, T, void>, reports: number): Promise<void> {
  for (let read = 0; read < reports; read++) await work.next()
  for (let end = await work.return(undefined as never); !end.done;) end = await work.next()
}
