import type { ImportBatch } from '#shared/contract/exchange.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import { productMethod } from '#shared/model/grading/built-in-methods.ts'
import { exampleOrganisation } from '#shared/model/people/example-people.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Core } from '../core.ts'
import type { Actor, Change, ReadableDatabase } from '../database/database.ts'
import { carryOut } from '../exchange/apply/apply-import.ts'
import { planImport } from '../exchange/plan/plan-import.ts'
import { findPlan } from '../exchange/plan/plan-store.ts'
import { acceptGradings } from '../grading/accept-gradings.ts'
import { gradePoints } from '../grading/grade-points.ts'
import { putInForce } from '../grading/method-records.ts'
import { listMethods } from '../grading/methods.ts'
import { follow, reporting } from '../long-work.ts'
import { readOrganisation } from '../organisation/organisation-record.ts'
import { setUpOrganisation } from '../organisation/set-up.ts'
import type { Call } from '../registration.ts'
import { confirmRiskPoints } from '../risks/risk-records.ts'
import { withinChange } from '../within-change.ts'
import { exampleFileNames, readExampleFile } from './example-files.ts'
import type { ExampleFileName } from './example-files.ts'
import { exampleItems, flaggedPoints } from './example-points.ts'

export interface OpenedExample {
  powers: number
  riskPoints: number
  /** One for each example file, in their order. */
  batches: ImportBatch[]
}

const organisation = { name: exampleOrganisation, creditCode: null, regionCode: null, level: 'county', parentName: '示例县人民政府' } as const

/**
 * Fills a new register with the example: a made-up organisation, its four workbooks imported as anybody would import
 * them, every point graded by likelihood and consequence, flagged points confirmed, all grades accepted. All of it is
 * one change: stopped or failed half-way, the register is as empty as before.
 * @throws Refusal `example.not-empty` where an organisation has been set up already
 */
export async function* openExample({ core, actor }: Pick<Call, 'core' | 'actor'>): AsyncGenerator<Progress, OpenedExample, void> {
  return yield* reporting((report) => core.database.change(actor, async (change) => {
    if (await readOrganisation(change.db) !== null) throw new Refusal('example.not-empty')
    await setUpOrganisation(change, organisation)
    return follow(fill(withinChange(core, change), actor), report)
  }))
}

async function* fill(core: Core, actor: Actor): AsyncGenerator<Progress, OpenedExample, void> {
  const batches: ImportBatch[] = []
  for (const name of exampleFileNames) batches.push(yield* importExample(core, actor, name))
  yield { done: 0, total: 1, stage: 'grade' }
  await core.database.change(actor, gradeExample)
  yield* acceptGradings(core, actor, { all: true, reason: '' })
  const { powers, points } = await sizes(core.database.read)
  return { powers, riskPoints: points, batches }
}

async function* importExample(core: Core, actor: Actor, name: ExampleFileName): AsyncGenerator<Progress, ImportBatch, void> {
  const file = new File([new Uint8Array(await readExampleFile(name))], name)
  const { planId } = yield* planImport(core, actor, { file, mapping: {}, locale: 'zh-CN' })
  return yield* carryOut(core, actor, findPlan(core, planId))
}

async function gradeExample(change: Change): Promise<void> {
  const { methods } = await listMethods(change.db)
  const version = methods.find(({ code }) => code === productMethod.code)?.versions[0]
  if (version === undefined) throw new Error('the built-in product method is missing')
  await putInForce(change, version.id)
  await gradePoints(change, { items: await exampleItems(change.db), reason: '' })
  await confirmRiskPoints(change, await flaggedPoints(change.db))
}

async function sizes(db: ReadableDatabase): Promise<{ powers: number; points: number }> {
  const count = async (table: 'power' | 'risk_point'): Promise<number> => {
    const { n } = await db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('n')).where('state', '=', 'in-force').executeTakeFirstOrThrow()
    return n
  }
  return { powers: await count('power'), points: await count('risk_point') }
}
