import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MessageChannel, Worker } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { ensureBuilt } from '#build/ensure-built.ts'
import { readToEnd } from '#hosts/calls/core-client.ts'
import type { ContractClient } from '#shared/contract/index.ts'
import { carriedFileSerializer } from '#shared/transport/carried-file.ts'
import { foundRegister } from '../hosts/first-people.ts'

beforeAll(ensureBuilt, 120_000)

/** The bundle the desktop program starts, on a thread that looks to it like Electron's utility process. */
async function startBuiltCore(data: string): Promise<{ core: Worker; client: ContractClient }> {
  const core = new Worker(new URL('./utility-process.ts', import.meta.url), { workerData: pathToFileURL(join('dist', 'core', 'core-process.js')).href, argv: ['--data', data] })
  const { port1, port2 } = new MessageChannel()
  core.postMessage({ data: { kind: 'page' }, ports: [port1] }, [port1])
  port2.start()
  onTestFinished(async () => {
    port2.close()
    await core.terminate()
  })
  const [report] = await once(core, 'message')
  expect(report).toEqual({ kind: 'ready' })
  return { core, client: createORPCClient(new RPCLink({ port: port2, customJsonSerializers: [carriedFileSerializer] })) }
}

test('the built core opens the example, reads a workbook and writes a report, with its threads and files beside it', async () => {
  const data = mkdtempSync(join(tmpdir(), 'built-core-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }))
  const { core, client } = await startBuiltCore(data)

  expect(await readToEnd(await client.system.openExample())).toMatchObject({ powers: 30, riskPoints: 40 })
  const becoming = await foundRegister(client)
  await becoming('经办人')
  const [name = ''] = readdirSync('electron/core/example/files').filter((file) => file.endsWith('.xlsx'))
  const workbook = new File([readFileSync(join('electron/core/example/files', name))], name)
  const plan = await readToEnd(await client.exchange.plan({ file: workbook }))
  expect(plan.summary.rejected).toBe(0)
  const report = await readToEnd(await client.reports.annual({ year: 2026, format: 'docx', locale: 'zh-CN' }))
  expect(new TextDecoder('latin1').decode((await report.arrayBuffer()).slice(0, 2))).toBe('PK')
  await becoming('系统员')
  expect(await readToEnd(await client.system.verify())).toEqual({ problems: [] })

  const ended = once(core, 'exit')
  core.postMessage({ data: { kind: 'close' }, ports: [] })
  await ended
  expect(readdirSync(join(data, 'backups')).length).toBeGreaterThan(0)
}, 120_000)
