import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readToEnd } from '#hosts/calls/core-client.ts'
import type { ContractClient } from '#shared/contract/index.ts'
import { carriedFileSerializer } from '#shared/transport/carried-file.ts'
import { startProgram } from '../e2e/program.ts'
import type { Program } from '../e2e/program.ts'
import { runToEnd } from './run-to-end.ts'
import { openSession } from './transports.ts'
import { foundRegister } from './first-people.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'program-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 }))
  return path
}

async function start(data: string, execArgv: readonly string[] = []): Promise<Program> {
  const program = await startProgram(data, execArgv)
  onTestFinished(async () => { await program.stop() })
  return program
}

async function clientOf({ url, origin }: Program): Promise<ContractClient> {
  const cookie = await openSession(url)
  return createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers: { origin, cookie }, customJsonSerializers: [carriedFileSerializer] }))
}

describe('the program for a browser', () => {
  test('does all its work without a single call to the network', async () => {
    const place = folder()
    const offences = join(place, 'offences.txt')
    process.env['NETWORK_OFFENCES'] = offences
    onTestFinished(() => { delete process.env['NETWORK_OFFENCES'] })
    const program = await start(join(place, 'data'), ['--import', './test/hosts/refuse-network.ts'])
    const client = await clientOf(program)
    await readToEnd(await client.system.openExample())
    const becoming = await foundRegister(client)
    await becoming('经办人')
    expect((await client.overview.get()).riskPoints).toBe(40)
    const list = await readToEnd(await client.exchange.exportList({ of: { list: 'risks' }, format: 'xlsx', locale: 'zh-CN' }))
    await readToEnd(await client.exchange.plan({ file: list }))
    const report = await readToEnd(await client.reports.annual({ year: 2026, format: 'docx', locale: 'zh-CN' }))
    expect(report.size).toBeGreaterThan(10_000)
    await becoming('系统员')
    await readToEnd(await client.system.backUp())
    expect(await program.stop()).toBe(0)
    expect(existsSync(offences) ? readFileSync(offences, 'utf8') : '').toBe('')
  }, 120_000)

  test('closes the register when it is told to stop: a checked copy is made', async () => {
    const data = join(folder(), 'data')
    const program = await start(data)
    const client = await clientOf(program)
    await client.organisation.setUp({ name: '某县水利局' })
    expect(await program.stop()).toBe(0)
    expect(readdirSync(join(data, 'backups')).length).toBeGreaterThan(0)
  })

  test('refuses a folder another program has open, with a sentence and exit code 1', async () => {
    const data = join(folder(), 'data')
    await start(data)
    const second = await runToEnd(['electron/hosts/browser/main.ts', '--data', data, '--no-open'], { LC_ALL: 'zh_CN.UTF-8' })
    expect(second).toMatchObject({ exitCode: 1, stdout: '' })
    expect(second.stderr).toMatch(/[\u4e00-\u9fff]/u)
    expect(second.stderr).not.toContain(' at ')
  })

  test('says that a port is taken', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => { taken.listen(0, '127.0.0.1', resolve) })
    onTestFinished(() => { taken.close() })
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? String(address.port) : ''
    const { exitCode, stderr } = await runToEnd(['electron/hosts/browser/main.ts', '--data', join(folder(), 'data'), '--no-open', '--port', port], { LC_ALL: 'en_GB.UTF-8' })
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining(port)])
  })

  test('says what is wrong with its usage', async () => {
    expect(await runToEnd(['electron/hosts/browser/main.ts', '--port', 'x'])).toMatchObject({ exitCode: 2, stdout: '' })
  })
})
