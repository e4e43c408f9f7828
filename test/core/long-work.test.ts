import { expect, test } from 'vitest'
import { reporting } from '#core/long-work.ts'
import type { Report } from '#core/long-work.ts'
import { finish, stopAfter } from '#test/core/helpers/graded-register.ts'

const step = (done: number) => ({ done, total: 3, stage: 'test' })

async function threeSteps(report: Report): Promise<string> {
  for (const done of [1, 2, 3]) await report(step(done))
  return 'result'
}

test('tells every report in order, then the result', async () => {
  expect(await finish(reporting(threeSteps))).toEqual({ told: [step(1), step(2), step(3)], result: 'result' })
})

test('work without reports still has its result', async () => {
  expect(await finish(reporting(() => Promise.resolve(7)))).toEqual({ told: [], result: 7 })
})

test('what the work throws reaches the reader, after the reports before it', async () => {
  const work = reporting(async (report) => {
    await report(step(1))
    throw new Error('broken')
  })
  expect((await work.next()).value).toEqual(step(1))
  await expect(work.next()).rejects.toThrow('broken')
})

test('a reader who stops ends the work at its next report, and is free only once it has ended', async () => {
  const seen: string[] = []
  const work = reporting(async (report) => {
    try {
      await report(step(1))
      await report(step(2))
      seen.push('went on')
      await report(step(3))
    } finally {
      await Promise.resolve()
      seen.push('cleaned up')
    }
  })
  await stopAfter(work, 1)
  expect(seen.at(-1)).toBe('cleaned up')
  expect(seen.length).toBeLessThanOrEqual(2)
})
