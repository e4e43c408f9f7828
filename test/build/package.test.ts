import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureBuilt } from '#build/ensure-built.ts'
import { fusesOf, standInElectron } from './stand-in-electron.ts'

const folder = mkdtempSync(join(tmpdir(), 'package-'))
const program = join(folder, 'release', 'linux-unpacked')
const archive = join(program, 'resources', 'app.asar')
const unpacked = `${archive}.unpacked`
let packed: string[] = []

/** Any request would go to this address, where nobody listens. */
const noNetwork = { HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9', ELECTRON_MIRROR: 'http://127.0.0.1:9/', npm_config_offline: 'true' }

beforeAll(async () => {
  ensureBuilt()
  await standInElectron(join(folder, 'electron'))
  const args = ['build/package.ts', '--dir', '--electron-dist', join(folder, 'electron'), '--output', join(folder, 'release'), '--linux']
  execFileSync(process.execPath, args, { stdio: 'pipe', env: { ...process.env, ...noNetwork } })
  packed = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/'))
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const manifest = (): Record<string, unknown> => JSON.parse(extractFile(archive, 'package.json').toString('utf8'))

describe('the package', () => {
  test('holds the built program', () => {
    expect(packed).toEqual(expect.arrayContaining([
      '/package.json', '/dist/main/main.js', '/dist/preload/preload.cjs', '/dist/renderer/index.html', '/dist/core/core-process.js', '/dist/core/read-worker.js',
    ]))
  })

  test('holds no sources, no maps and no tests', () => {
    expect(packed.filter((name) => /\.(tsx?|mts|cts|map|test\.js|c|cpp|h|gyp)$/u.test(name))).toEqual([])
    expect(packed.filter((name) => /^\/(electron|renderer|shared|test|build|docs|\.)/u.test(name))).toEqual([])
  })

  test('holds only the packages that are needed while it runs, and says so in its manifest', () => {
    const names = new Set(packed.flatMap((name) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(name)?.slice(1) ?? []))
    const scopes = [...names].filter((name) => !name.startsWith('@') || name.includes('/'))
    const allowed = /^(better-sqlite3|@resvg\/resvg-js(-[\w-]+)?|@expo-google-fonts\/noto-sans-sc)$/u
    expect(scopes.filter((name) => !allowed.test(name))).toEqual([])
    expect(manifest()).not.toHaveProperty('devDependencies')
    expect(manifest()).toMatchObject({ main: 'dist/main/main.js', type: 'module' })
  })

  test('opens native code, the font and the core’s threads as files outside the archive', () => {
    const native = `linux-${process.arch}.node`
    expect(readdirSync(join(unpacked, 'node_modules', 'better-sqlite3', 'prebuilds'))).toEqual([native])
    expect(existsSync(join(unpacked, 'node_modules', '@expo-google-fonts', 'noto-sans-sc', '400Regular', 'NotoSansSC_400Regular.ttf'))).toBe(true)
    expect(readdirSync(join(unpacked, 'node_modules', '@resvg')).some((name) => readdirSync(join(unpacked, 'node_modules', '@resvg', name)).some((file) => file.endsWith('.node')))).toBe(true)
    for (const file of ['core-process.js', 'read-worker.js', 'package.json', 'files']) expect([file, existsSync(join(unpacked, 'dist', 'core', file))]).toEqual([file, true])
  })

  test('carries one weight of the font, not all of them', () => {
    expect(packed.filter((name) => name.endsWith('.ttf'))).toHaveLength(1)
  })

  test('starts nothing but itself: its fuses are set', () => {
    // In Electron's order: run as node, cookie encryption, NODE_OPTIONS, inspector, archive check, only from the archive, own snapshot, file privileges.
    expect(fusesOf(readFileSync(join(program, 'integrity-risk-control'))).slice(0, 8)).toBe('00001100')
  })

  test('the unpacked core loads what it needs from where it lies', () => {
    const script = `
      import { createRequire } from 'node:module'
      const require = createRequire(${JSON.stringify(join(unpacked, 'dist', 'core', 'core-process.js'))})
      const Database = require('better-sqlite3')
      const { Resvg } = require('@resvg/resvg-js')
      const answer = new Database(':memory:').prepare('select 6 * 7 as n').get().n
      const picture = new Resvg('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>').render().asPng().length
      process.stdout.write(JSON.stringify({ answer, drawn: picture > 0, font: require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf').length > 0 }))`
    expect(JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }))).toEqual({ answer: 42, drawn: true, font: true })
  })
})
