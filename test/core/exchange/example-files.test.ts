import { beforeAll, describe, expect, it } from 'vitest'
import { undoImport } from '#core/exchange/undo/undo-import.ts'
import { exampleFileNames } from '#core/example/example-files.ts'
import { officer } from '../helpers/register.ts'
import type { TestRegister } from '../helpers/register.ts'
import { exampleFile, importAllExamples, importExample } from './example-import.ts'
import { applied, finished, imported, inRegister, planOf } from './importing.ts'
import { pictureOf } from './register-picture.ts'
import type { Picture } from './register-picture.ts'

const nothing = { created: 0, updated: 0 }

describe('the example files in their natural order', () => {
  it('give 30 powers and 40 risk points, and the later two create none', async () => {
    await inRegister(async (register) => {
      const summaries = []
      for (const name of exampleFileNames) summaries.push((await imported(register, await exampleFile(name))).summary)
      const [catalogue, list, situation, survey] = summaries
      expect(catalogue).toMatchObject({ powers: { created: 30, updated: 0 }, riskPoints: { created: 0 }, controlMeasures: { created: 0 }, rejected: 0, flagged: 0 })
      expect(list).toMatchObject({ powers: { created: 0, updated: 0 }, riskPoints: { created: 40 }, controlMeasures: { created: 68 }, rejected: 0, flagged: 2 })
      expect(situation).toMatchObject({ powers: nothing, riskPoints: { created: 0 }, controlMeasures: nothing, rejected: 0, flagged: 0 })
      expect(survey).toMatchObject({ powers: { created: 0 }, riskPoints: { created: 0 }, controlMeasures: { created: 0 }, rejected: 0, flagged: 0 })
    })
  })

  it('imported a second time change nothing, and carrying that out is refused without a trace', async () => {
    await inRegister(async (register) => {
      await importAllExamples(register)
      const before = await traceOf(register)
      for (const name of exampleFileNames) {
        const plan = await planOf(register, await exampleFile(name))
        expect(plan.summary, name).toMatchObject({ powers: nothing, riskPoints: nothing, controlMeasures: nothing, rejected: 0, flagged: 0 })
        expect(plan.changes.every(({ kind }) => kind === 'unchanged')).toBe(true)
        await expect(applied(register, plan)).rejects.toMatchObject({ code: 'import.nothing-to-do' })
      }
      expect(await traceOf(register)).toEqual(before)
    })
  })

  it('are taken back one by one, the last first, each leaving what stood before, and import anew', async () => {
    await inRegister(async (register) => {
      const pictures = [await pictureOf(register.database)]
      for (const name of exampleFileNames) {
        await importExample(register, name)
        pictures.push(await pictureOf(register.database))
      }
      const full = pictures.pop()
      const batches = await register.database.read.selectFrom('import_batch').select('id').orderBy('number', 'desc').execute()
      await expect(finished(undoImport(register.core, officer, batches.at(-1)?.id ?? ''))).rejects.toMatchObject({ code: 'import.built-upon' })
      for (const { id } of batches) {
        expect(await finished(undoImport(register.core, officer, id))).toMatchObject({ id, state: 'undone' })
        expect(await pictureOf(register.database)).toEqual(pictures.pop())
      }
      await importAllExamples(register)
      expect(await pictureOf(register.database)).toEqual(full)
    })
  })
})

async function traceOf({ database: { read } }: TestRegister): Promise<unknown> {
  const count = async (table: 'audit_entry' | 'import_batch' | 'grading'): Promise<number> => (await read.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
  return { entries: await count('audit_entry'), batches: await count('import_batch'), gradings: await count('grading') }
}

const permutations = <T>(all: readonly T[]): T[][] => (all.length === 0 ? [[]] : all.flatMap((one, index) => permutations(all.toSpliced(index, 1)).map((rest) => [one, ...rest])))

describe('the example files in whatever order', () => {
  const orders = permutations(exampleFileNames)
  let natural: Picture
  beforeAll(async () => {
    await inRegister(async (register) => {
      await importAllExamples(register)
      natural = await pictureOf(register.database)
    })
  })

  it('give 30 powers, 40 points of which 18 are high, 15 medium and 7 low, and flag the two of the power that stands twice', () => {
    const { powers, points } = natural
    const grades = Map.groupBy(points, ({ grade_code: grade }) => grade)
    expect(powers).toHaveLength(30)
    expect(Object.fromEntries([...grades].map(([grade, of]) => [grade, of.length]))).toEqual({ high: 18, medium: 15, low: 7 })
    expect(points.filter(({ confirm_code: code }) => code !== null).map(({ confirm_code: code, power }) => [code, power])).toEqual([
      ['power.ambiguous', 'CF-004 对违法采砂行为的处罚 无证采砂'],
      ['power.ambiguous', 'CF-004 对违法采砂行为的处罚 无证采砂'],
    ])
  })

  it.each(orders.map((order) => [order.map((name) => /目录|一览表|情况表|排查表/u.exec(name)?.[0]).join(' → '), order] as const))('%s give the same register', async (_, order) => {
    await inRegister(async (register) => {
      for (const name of order) await importExample(register, name)
      expect(await pictureOf(register.database)).toEqual(natural)
    })
  })
})
