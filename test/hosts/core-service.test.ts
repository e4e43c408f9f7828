import { EventEmitter } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import type { MessagePort } from 'node:worker_threads'
import { createORPCClient, safe } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openCore } from '#core/open-core.ts'
import type { Core } from '#core/core.ts'
import { runCoreService } from '#hosts/desktop/core-service.ts'
import { parentPortOf } from '#hosts/desktop/parent-port.ts'
import type { CallPort, ParentMessage, ParentPort } from '#hosts/desktop/parent-port.ts'
import { carriedFileSerializer } from '#shared/transport/carried-file.ts'
import { newTrace, sampleRouter } from './sample-contract.ts'
import type { SampleClient, Trace } from './sample-contract.ts'

/** Node's port in the shape of Electron's: messages come wrapped in an event and only after `start`. */
function electronPort(port: MessagePort): CallPort {
  return {
    on: (event, listener) => { port.addListener(event, event === 'message' ? (data: unknown) => listener({ data }) : () => listener()); if (event === 'message') port.unref() },
    postMessage: (data, transfer) => port.postMessage(data, transfer ?? []),
    start: () => port.start(),
    close: () => port.close(),
  }
}

interface Service {
  parent: EventEmitter
  reports: unknown[]
  exits: number[]
  trace: Trace
  folder: string
  /** Resolves when the service has said how its start went. */
  started: Promise<void>
  openPage: () => SampleClient['sample']
  core: () => Core | undefined
}

function begin(open?: () => Promise<Core>): Service {
  const folder = mkdtempSync(join(tmpdir(), 'core-'))
  const events = new EventEmitter()
  const reports: unknown[] = []
  const exits: number[] = []
  const trace = newTrace()
  let core: Core | undefined
  const parent: ParentPort = { on: (_event, listener) => { events.on('message', listener) }, postMessage: (message) => { reports.push(message) } }
  const started = runCoreService({
    parent,
    open: open ?? (async () => { core = await openCore({ folder: join(folder, 'data'), version: '0.0.0' }); return core }),
    router: () => sampleRouter(trace),
    faultFolder: join(folder, 'logs'),
    exit: (code) => { exits.push(code) },
  })
  onTestFinished(async () => {
    await core?.close()
    rmSync(folder, { recursive: true })
  })
  const openPage = (): SampleClient['sample'] => {
    const { port1, port2 } = new MessageChannel()
    events.emit('message', { data: { kind: 'page' }, ports: [electronPort(port1)] } satisfies ParentMessage)
    port2.start()
    onTestFinished(() => port2.close())
    return createORPCClient<SampleClient>(new RPCLink({ port: port2, customJsonSerializers: [carriedFileSerializer] })).sample
  }
  return { parent: events, reports, exits, trace, folder, started, openPage, core: () => core }
}

describe('the core’s process', () => {
  test('opens the register, says so, and answers over the port it was given', async () => {
    const { started, reports, openPage } = begin()
    await started
    expect(reports).toEqual([{ kind: 'ready' }])
    expect((await openPage().echo({ text: '行政许可' })).text).toBe('行政许可')
  })

  test('answers what was asked before the register was open', async () => {
    const { started, openPage } = begin()
    const asked = openPage().echo({ text: 'early' })
    await started
    expect((await asked).text).toBe('early')
  })

  test('serves several pages', async () => {
    const { started, openPage } = begin()
    await started
    const [one, two] = [openPage(), openPage()]
    expect([(await one.echo({ text: '1' })).text, (await two.echo({ text: '2' })).text]).toEqual(['1', '2'])
  })

  test('passes over what is no order', async () => {
    const { started, parent, exits } = begin()
    await started
    for (const data of [null, 'close', { kind: 'other' }, { kind: 'page' }]) parent.emit('message', { data, ports: [] })
    expect(exits).toEqual([])
  })

  test('tells a refusal with its code: a folder another program has open', async () => {
    const first = begin()
    await first.started
    const second = begin(() => openCore({ folder: join(first.folder, 'data'), version: '0.0.0' }))
    await second.started
    expect(second.reports).toEqual([expect.objectContaining({ kind: 'refused', code: 'folder.in-use' })])
  })

  test('keeps a fault of the start and tells only its reference', async () => {
    const { started, reports, folder } = begin(() => Promise.reject(new TypeError('secret path')))
    await started
    expect(reports).toEqual([{ kind: 'failed', reference: expect.stringMatching(/^[0-9A-F]{8}$/u) }])
    expect(readdirSync(join(folder, 'logs'))).toHaveLength(1)
  })

  test('told to close, it cancels what is under way, closes the register and ends', async () => {
    const { started, parent, reports, exits, trace, openPage, core } = begin()
    await started
    const waiting = safe(openPage().wait())
    await trace.waiting.promise
    parent.emit('message', { data: { kind: 'close' }, ports: [] })
    await trace.waitAborted.promise
    await expect.poll(() => exits).toEqual([0])
    expect(reports.at(-1)).toEqual({ kind: 'closed' })
    expect((await waiting).error).not.toBeNull()
    expect(() => core()?.database).toThrow('database.closed')
  })

  test('told to close before the register was open, it waits for it and closes it', async () => {
    const { started, parent, reports, exits } = begin()
    parent.emit('message', { data: { kind: 'close' }, ports: [] })
    await started
    await expect.poll(() => exits).toEqual([0])
    expect(reports).toEqual([{ kind: 'ready' }, { kind: 'closed' }])
  })

  test('told to close after a refused start, it ends', async () => {
    const { started, parent, exits } = begin(() => Promise.reject(new Error('no')))
    await started
    parent.emit('message', { data: { kind: 'close' }, ports: [] })
    await expect.poll(() => exits).toEqual([0])
  })

  test('runs nowhere but in a process the desktop host started', () => {
    expect(() => parentPortOf({})).toThrow('desktop host')
    expect(() => parentPortOf({ parentPort: {} })).toThrow('desktop host')
  })
})
