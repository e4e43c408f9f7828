import { tmpdir } from 'node:os'
import type { MessagePortMain } from 'electron'
import { expect, test, vi } from 'vitest'
import { startCore } from '#main/core-link/core-link.ts'
import { electronDouble } from './electron-double.ts'

function begin(patience?: number): { link: ReturnType<typeof startCore>; double: ReturnType<typeof electronDouble>; gone: { times: number } } {
  const double = electronDouble({ userData: tmpdir() })
  const gone = { times: 0 }
  const link = startCore(double.electron, { program: 'core.js', args: [], variables: {}, print: async () => new Uint8Array(), onGone: () => { gone.times++ }, ...(patience === undefined ? {} : { patience }) })
  return { link, double, gone }
}

test('a page’s port goes to the core even before it is ready', () => {
  const { link, double } = begin()
  const port = { name: 'port' } as unknown as MessagePortMain
  link.givePort(port)
  expect(double.cores[0]?.messages).toEqual([{ message: { kind: 'page' }, ports: [port] }])
})

test('what is not a report of the contract between the two processes is passed over', async () => {
  const { link, double } = begin()
  double.cores[0]?.say({ kind: 'refused', code: 5 })
  double.cores[0]?.say('ready')
  double.cores[0]?.say({ kind: 'ready' })
  expect(await link.started).toEqual({ kind: 'ready' })
})

test('a process that ends before it was ready counts as a failed start, not as an accident', async () => {
  const { link, double, gone } = begin()
  double.cores[0]?.end(1)
  expect(await link.started).toEqual({ kind: 'gone' })
  expect(gone.times).toBe(0)
})

test('an end after the start is told once', () => {
  const { double, gone } = begin()
  double.cores[0]?.say({ kind: 'ready' })
  double.cores[0]?.end(139)
  expect(gone.times).toBe(1)
})

test('closing waits for the process to end and asks only once', async () => {
  const { link, double, gone } = begin()
  double.cores[0]?.say({ kind: 'ready' })
  const both = Promise.all([link.close(), link.close()])
  expect(double.cores[0]?.messages).toHaveLength(1)
  double.cores[0]?.end(0)
  await both
  expect(gone.times).toBe(0)
  expect(double.cores[0]?.killed).toBe(false)
})

test('a core that does not come to its end is ended after the time it is given', async () => {
  vi.useFakeTimers()
  const { link, double } = begin(5000)
  double.cores[0]?.say({ kind: 'ready' })
  const closed = link.close()
  vi.advanceTimersByTime(5000)
  await closed
  expect(double.cores[0]?.killed).toBe(true)
  vi.useRealTimers()
})
