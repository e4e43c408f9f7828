import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startBrowserHost } from '#hosts/browser/browser-host.ts'
import type { BrowserHost, BrowserHostOptions } from '#hosts/browser/browser-host.ts'
import { sampleContext, sampleRouter } from './sample-contract.ts'
import type { SampleContext } from './sample-contract.ts'

export interface SampleHost {
  host: BrowserHost
  port: number
  origin: string
  token: string
  faults: SampleContext['faults']
}

/** A browser host that serves a small page and the sample contract, closed after the test. */
export async function sampleHost(options: Partial<BrowserHostOptions> = {}): Promise<SampleHost> {
  const root = mkdtempSync(join(tmpdir(), 'host-'))
  mkdirSync(join(root, 'page', 'assets'), { recursive: true })
  writeFileSync(join(root, 'page', 'index.html'), '<!doctype html><title>page</title>')
  writeFileSync(join(root, 'page', 'assets', 'index-4.js'), 'export {}')
  writeFileSync(join(root, 'secret.json'), '{"secret":true}')
  const { context, faults } = sampleContext()
  const host = await startBrowserHost({ router: sampleRouter(), context, pageFolder: join(root, 'page'), tokenLife: 60_000, ...options })
  onTestFinished(async () => {
    await host.close()
    rmSync(root, { recursive: true })
  })
  const url = new URL(host.url)
  return { host, port: host.port, origin: url.origin, token: new URLSearchParams(url.hash.slice(1)).get('token') ?? '', faults }
}
