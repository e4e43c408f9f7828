import type { ImportBatch } from '#shared/contract/exchange.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import { productMethod } from '#shared/model/grading/built-in-methods.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { exchangeHandlers } from '../exchange/router.ts'
import { acceptGradings } from '../grading/accept-gradings.ts'
import { gradePoints } from '../grading/grade-points.ts'
import { putInForce } from '../grading/method-records.ts'
import { listMethods } from '../grading/methods.ts'
import { readOrganisation } from '../organisation/organisation-record.ts'
import { setUpOrganisation } from '../organisation/set-up.ts'
import type { Call } from '../registration.ts'
import { confirmRiskPoints } from '../risks/risk-records.ts'
import { exampleFileNames, readExampleFile } from './example-files.ts'
import type { ExampleFileName } from './example-files.ts'
import { exampleItems, flaggedPoints } from './example-points.ts'

export interface OpenedExample {
  powers: number
  riskPoints: number
  /** One for each example file, in their order. */
  batches: ImportBatch[]
}

const organisation = { name: '示例县水利局', creditCode: null, regionCode: null, level: 'county', parentName: '示例县人民政府' } as const

/**
 * Fills a new register with the example: a made-up organisation, its four workbooks imported as anybody would import
 * them, every point graded by likelihood and consequence, flagged points confirmed, all grades accepted.
 * @throws Refusal `example.not-empty` where an organisation has been set up already
 */
export async function* openExample(call: Call): AsyncGenerator<Progress, OpenedExample, void> {
  const { core, actor } = call
  if (await readOrganisation(core.database.read) !== null) throw new Refusal('example.not-empty')
  await core.database.change(actor, (change) => setUpOrganisation(change, organisation))
  const batches: ImportBatch[] = []
  for (const name of exampleFileNames) batches.push(yield* importExample(call, name))
  yield { done: 0, total: 1, stage: 'grade' }
  await gradeExample(call)
  yield* acceptGradings(core, actor, { all: true, reason: '' })
  const { powers, points } = await sizes(call)
  return { powers, riskPoints: points, batches }
}

async function* importExample(call: Call, name: ExampleFileName): AsyncGenerator<Progress, ImportBatch, void> {
  const file = new File([new Uint8Array(await readExampleFile(name))], name)
  const plan = yield* await exchangeHandlers.plan({ file, mapping: {} }, call)
  return yield* await exchangeHandlers.apply({ planId: plan.planId }, call)
}

async function gradeExample({ core, actor }: Call): Promise<void> {
  const { methods } = await listMethods(core.database.read)
  const version = methods.find(({ code }) => code === productMethod.code)?.versions[0]
  if (version === undefined) throw new Error('the built-in product method is missing')
  await core.database.change(actor, async (change) => {
    await putInForce(change, version.id)
    await gradePoints(change, { items: await exampleItems(change.db), reason: '' })
    await confirmRiskPoints(change, await flaggedPoints(change.db))
  })
}

async function sizes({ core }: Call): Promise<{ powers: number; points: number }> {
  const { read } = core.database
  const count = async (table: 'power' | 'risk_point'): Promise<number> => {
    const { n } = await read.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('n')).where('state', '=', 'in-force').executeTakeFirstOrThrow()
    return n
  }
  return { powers: await count('power'), points: await count('risk_point') }
}
