import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { receivePageMessages } from '#main/core-link/page-messages.ts'
import { CORE_PORT, PAGE_LANGUAGE } from '#shared/desktop/port-handover.ts'
import { electronDouble, WindowDouble } from './electron-double.ts'

function begin(): { send: (channel: string, event: object, ...rest: unknown[]) => void; given: unknown[]; languages: string[]; port: { closed: boolean; close: () => void } } {
  const double = electronDouble({ userData: tmpdir() })
  const window = new WindowDouble({})
  const given: unknown[] = []
  const languages: string[] = []
  receivePageMessages(double.electron, { core: () => ({ givePort: (port) => { given.push(port) } }), window: () => window, onLanguage: (tag) => { languages.push(tag) } })
  const port = { closed: false, close() { this.closed = true } }
  return { send: (channel, event, ...rest) => double.ipc.emit(channel, { ports: [port], ...event }, ...rest), given, languages, port }
}

const ours = { sender: { id: 7 }, senderFrame: { parent: null, url: 'app://register/powers' } }
const strangers = {
  'another window': { ...ours, sender: { id: 8 } },
  'a frame inside the page': { ...ours, senderFrame: { parent: {}, url: 'app://register/' } },
  'a page from elsewhere': { ...ours, senderFrame: { parent: null, url: 'https://example.org/app://register/' } },
  'a host that only begins like ours': { ...ours, senderFrame: { parent: null, url: 'app://register.example.org/' } },
  'a file': { ...ours, senderFrame: { parent: null, url: 'file:///tmp/page.html' } },
  'a frame that is gone': { ...ours, senderFrame: null },
}

test('the page’s port reaches the core', () => {
  const { send, given, port } = begin()
  send(CORE_PORT, ours)
  expect(given).toEqual([port])
})

test.each(Object.entries(strangers))('%s gets no port and no say', (_who, event) => {
  const { send, given, languages, port } = begin()
  send(CORE_PORT, event)
  send(PAGE_LANGUAGE, event, 'en')
  expect(given).toEqual([])
  expect(languages).toEqual([])
  expect(port.closed).toBe(true)
})

test('a message without a port, or a language that is none, is passed over', () => {
  const { send, given, languages } = begin()
  send(CORE_PORT, { ...ours, ports: [] })
  send(PAGE_LANGUAGE, ours, { toString: () => 'en' })
  send(PAGE_LANGUAGE, ours, 'en')
  expect(given).toEqual([])
  expect(languages).toEqual(['en'])
})
