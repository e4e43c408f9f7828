import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { mainPrinter } from '#hosts/desktop/main-printer.ts'
import type { ParentPort } from '#hosts/desktop/parent-port.ts'

function begin() {
  const events = new EventEmitter()
  const told: { kind: string; id: string }[] = []
  const parent: ParentPort = { on: (_event, listener) => { events.on('message', listener) }, postMessage: (message) => { told.push(message as (typeof told)[number]) } }
  return { told, print: mainPrinter(parent), say: (data: unknown) => events.emit('message', { data, ports: [] }) }
}

test('the main process is asked by number, and its answer reaches who asked', async () => {
  const { told, print, say } = begin()
  const never = new AbortController().signal
  const [first, second] = [print('<p>1</p>', { signal: never }), print('<p>2</p>', { signal: never })]
  expect(told).toMatchObject([{ kind: 'print', html: '<p>1</p>' }, { kind: 'print', html: '<p>2</p>' }])
  say({ kind: 'printed', id: 'of nobody', pdf: new Uint8Array() })
  say({ kind: 'printed', id: told[1]?.id, pdf: 'no bytes' })
  say({ kind: 'printed', id: told[1]?.id, pdf: new Uint8Array([2]) })
  say({ kind: 'not-printed', id: told[0]?.id })
  expect(await second).toEqual(new Uint8Array([2]))
  await expect(first).rejects.toMatchObject({ code: 'report.print-failed' })
})

test('whoever stops waiting tells the main process', async () => {
  const { told, print } = begin()
  const stop = new AbortController()
  const printing = print('<p>1</p>', { signal: stop.signal })
  stop.abort(new Error('stopped'))
  await expect(printing).rejects.toThrow('stopped')
  expect(told).toMatchObject([{ kind: 'print' }, { kind: 'stop-printing', id: told[0]?.id }])
})
