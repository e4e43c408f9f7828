// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CORE_PORT, PAGE_LANGUAGE, PORT_GIVEN, PORT_WANTED } from '#shared/desktop/port-handover.ts'
import { handOverPort, tellLanguage } from '../../electron/preload/hand-over.ts'

interface Sent { channel: string; ports: unknown[] }
interface Given { message: unknown; origin: string; ports: unknown[] }

/** A window that keeps what is posted to it, and delivers what a test says arrived. */
function pageDouble(): { page: Window; given: Given[]; arrive: (event: Partial<MessageEvent>) => void } {
  const listeners = new Set<(event: MessageEvent) => void>()
  const given: Given[] = []
  const page = {
    origin: 'app://register',
    addEventListener: (_name: string, listener: (event: MessageEvent) => void) => { listeners.add(listener) },
    removeEventListener: (_name: string, listener: (event: MessageEvent) => void) => { listeners.delete(listener) },
    postMessage: (message: unknown, origin: string, ports: unknown[]) => { given.push({ message, origin, ports }) },
  } as unknown as Window
  const arrive = (event: Partial<MessageEvent>): void => {
    for (const listener of listeners) listener({ source: page, origin: page.origin, data: PORT_WANTED, ...event } as MessageEvent)
  }
  return { page, given, arrive }
}

function begin(): ReturnType<typeof pageDouble> & { sent: Sent[] } {
  const sent: Sent[] = []
  const double = pageDouble()
  handOverPort({ postMessage: (channel, _message, ports = []) => { sent.push({ channel, ports }) } }, double.page)
  return { ...double, sent }
}

describe('the preload script', () => {
  test('hands out one port: one end to the page at its own origin, the other towards the core', () => {
    const { arrive, given, sent } = begin()
    arrive({})
    expect(sent).toEqual([{ channel: CORE_PORT, ports: [expect.anything()] }])
    expect(given).toEqual([{ message: PORT_GIVEN, origin: 'app://register', ports: [expect.anything()] }])
    expect(given[0]?.ports[0]).not.toBe(sent[0]?.ports[0])
  })

  test('hands it out once', () => {
    const { arrive, given, sent } = begin()
    arrive({})
    arrive({})
    expect([given.length, sent.length]).toEqual([1, 1])
  })

  test.each([
    ['a frame or another window', { source: {} as Window }],
    ['another origin', { origin: 'https://example.org' }],
    ['another message', { data: 'give me the port' }],
  ])('does not answer %s', (_who, event) => {
    const { arrive, given, sent } = begin()
    arrive(event)
    expect([given.length, sent.length]).toEqual([0, 0])
  })

  test('tells when the page changes its language', async () => {
    const told: unknown[] = []
    tellLanguage({ send: (channel, tag) => { told.push([channel, tag]) } }, document)
    document.documentElement.lang = 'en'
    await expect.poll(() => told).toEqual([[PAGE_LANGUAGE, 'en']])
  })

  test('stays under sixty lines', () => {
    const lines = ['preload.ts', 'hand-over.ts'].flatMap((file) => readFileSync(`electron/preload/${file}`, 'utf8').split('\n'))
    expect(lines.length).toBeLessThan(60)
  })
})
