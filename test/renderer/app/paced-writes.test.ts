import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPacedWrites } from '#renderer/app/paced-writes.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

const recorded = () => {
  const written: string[] = []
  return { written, writes: createPacedWrites<string>(async (key, value) => { written.push(`${key}=${value}`) }) }
}

test('a single choice is written at once', () => {
  const { written, writes } = recorded()
  writes.set('theme', 'dark')
  expect(written).toEqual(['theme=dark'])
})

test('many changes in a moment become two writes, and the last one stands', async () => {
  const { written, writes } = recorded()
  for (const width of ['100', '110', '120', '130']) writes.set('width', width)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(written).toEqual(['width=100', 'width=130'])
})

test('keys do not wait for each other', () => {
  const { written, writes } = recorded()
  writes.set('theme', 'dark')
  writes.set('language', 'en')
  expect(written).toEqual(['theme=dark', 'language=en'])
})

test('a write waits for the one before it, however long that takes', async () => {
  const written: string[] = []
  const first = Promise.withResolvers<undefined>()
  const writes = createPacedWrites<string>(async (_key, value) => {
    written.push(value)
    if (value === 'a') await first.promise
  })
  writes.set('draft', 'a')
  writes.set('draft', 'ab')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(written).toEqual(['a'])
  first.resolve(undefined)
  await vi.advanceTimersByTimeAsync(0)
  expect(written).toEqual(['a', 'ab'])
})

test('what still waits is written when the page is left', async () => {
  const { written, writes } = recorded()
  writes.set('draft', 'a')
  writes.set('draft', 'ab')
  void writes.flush()
  expect(written).toEqual(['draft=a', 'draft=ab'])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(written).toHaveLength(2)
})

test('what could not be written is written with the next flush, unless something newer was', async () => {
  const written: string[] = []
  let refused = true
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const writes = createPacedWrites<string>(async (key, value) => {
    if (refused) throw new Error('locked')
    written.push(`${key}=${value}`)
  })
  writes.set('draft', 'a')
  writes.set('theme', 'dark')
  await vi.advanceTimersByTimeAsync(10_000)
  refused = false
  writes.set('theme', 'light')
  await writes.flush()
  await vi.advanceTimersByTimeAsync(10_000)
  await writes.flush()
  expect(written).toEqual(['theme=light', 'draft=a'])
})
