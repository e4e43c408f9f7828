import { expect, it } from 'vitest'
import { exampleFileNames, readExampleFile } from '#core/example/example-files.ts'
import type { ExampleFileName } from '#core/example/example-files.ts'
import { imported, inRegister, planOf } from './importing.ts'
import { pictureOf } from './register-picture.ts'

const exampleFile = async (name: ExampleFileName): Promise<File> => new File([new Uint8Array(await readExampleFile(name))], name)

it('in their natural order the example files give 30 powers and 40 risk points, and the later two create none', async () => {
  await inRegister(async (register) => {
    const summaries = []
    for (const name of exampleFileNames) summaries.push((await imported(register, await exampleFile(name))).summary)
    const [catalogue, list, situation, survey] = summaries
    console.log(JSON.stringify(summaries))
    expect(catalogue).toMatchObject({ powers: { created: 30 }, riskPoints: { created: 0 }, rejected: 0 })
    expect(list).toMatchObject({ powers: { created: 0 }, riskPoints: { created: 40 }, rejected: 0, flagged: 2 })
    expect(situation).toMatchObject({ powers: { created: 0 }, riskPoints: { created: 0 }, controlMeasures: { created: 0 }, rejected: 0, flagged: 0 })
    expect(survey).toMatchObject({ powers: { created: 0 }, riskPoints: { created: 0 }, controlMeasures: { created: 0 }, rejected: 0, flagged: 0 })
  })
})

const permutations = <T>(all: readonly T[]): T[][] => all.length === 0 ? [[]] : all.flatMap((one, index) => permutations(all.toSpliced(index, 1)).map((rest) => [one, ...rest]))

it('in every order the example files give the same register', async () => {
  const pictures = new Map<string, unknown>()
  for (const order of permutations(exampleFileNames)) {
    await inRegister(async (register) => {
      for (const name of order) await imported(register, await exampleFile(name))
      for (const name of order) expect((await planOf(register, await exampleFile(name))).summary, `${name} again`).toMatchObject({ powers: { created: 0, updated: 0 }, riskPoints: { created: 0, updated: 0 }, controlMeasures: { created: 0, updated: 0 }, rejected: 0, flagged: 0 })
      pictures.set(order.join(' → '), await pictureOf(register.database))
    })
  }
  const [[, first] = [], ...others] = [...pictures]
  expect(pictures.size).toBe(24)
  for (const [order, picture] of others) expect(picture, order).toEqual(first)
  const { powers, points } = first as Awaited<ReturnType<typeof pictureOf>>
  expect(powers).toHaveLength(30)
  const grades = points.map((point) => (point as { grade_code: string }).grade_code)
  expect({ all: grades.length, high: grades.filter((g) => g === 'high').length, medium: grades.filter((g) => g === 'medium').length, low: grades.filter((g) => g === 'low').length }).toEqual({ all: 40, high: 18, medium: 15, low: 7 })
  const flagged = points.filter((point) => (point as { confirm_code: string | null }).confirm_code !== null)
  expect(flagged.map((point) => (point as { confirm_code: string }).confirm_code)).toEqual(['power.ambiguous', 'power.ambiguous'])
  for (const point of flagged) expect((point as { power: string }).power).toContain('对违法采砂行为的处罚')
}, 300_000)
