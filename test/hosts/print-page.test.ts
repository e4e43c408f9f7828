import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { fixPdf } from '#core/reports/paper/fixed-pdf.ts'
import { paperFile } from '#core/reports/paper/paper-file.ts'
import { paperHtml } from '#core/reports/paper/paper-html.ts'
import { provideBrowser } from '#build/find-browser.ts'
import { readToEnd } from '#hosts/calls/core-client.ts'
import { browserPrinter } from '#hosts/installed-browsers/print-page.ts'
import { fullPaper } from '../core/reports/paper-fixture.ts'

// A place of its own: other tests print at the same time.
const place = mkdtempSync(join(tmpdir(), 'printing-'))
for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, place)
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(place, { recursive: true, force: true })
})

const browser = provideBrowser()
const printer = browserPrinter()
const never = new AbortController().signal
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const ownFolders = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('integrity-risk-print-'))
/** What the page's streams draw, where they can be unpacked. */
function streamsOf(bytes: Uint8Array): Buffer[] {
  const file = Buffer.from(bytes)
  return [...latin(bytes).matchAll(/stream\r?\n/gu)].flatMap(({ index, 0: mark }) => {
    const end = file.indexOf('endstream', index)
    try { return [inflateSync(file.subarray(index + mark.length, end))] } catch { return [] }
  })
}

const printedTwice = await Promise.all([1, 2].map(async () => fixPdf(await printer(paperHtml(fullPaper()), { signal: never }), fullPaper())))
const pdf = latin(printedTwice[0] ?? new Uint8Array())

describe('a printed paper', () => {
  test('is A4 upright and turned, three pages, as its own rules say', () => {
    const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)].map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))])
    expect(pdf.match(/\/Type \/Page\b/gu)).toHaveLength(3)
    expect(sizes.map(([width = 0, height = 0]) => [Math.abs(width - 595) <= 1 || Math.abs(width - 842) <= 1, width < height])).toEqual([[true, true], [true, true], [true, false]])
  })

  test('is tagged with headings, table headers and a described figure, and has an outline and a language', () => {
    for (const mark of ['/StructTreeRoot', '/Marked true', '/Outlines', '/S /H1', '/S /H2', '/S /TH', '/S /Figure', '/Lang (zh-CN)']) expect(pdf).toContain(mark)
    expect(pdf).toMatch(/\/Title <FEFF[0-9A-F]+>/u)
  })

  test('carries its fonts', () => {
    const fonts = [...pdf.matchAll(/\/Type \/Font\n(?:(?!endobj).)*/gsu)].map(([font]) => font).filter((font) => !font.includes('/Subtype /Type0'))
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/\/FontDescriptor|\/Subtype \/Type3/u)
  })

  test('has the same bytes each time, of the day the paper was prepared', () => {
    expect(printedTwice[1]).toEqual(printedTwice[0])
    expect(pdf.match(/\/CreationDate \(D:20261231000000\+00'00'\)/gu)).toHaveLength(2)
    expect(pdf).not.toContain('HeadlessChrome')
    expect(pdf).toContain('/Edition <FEFF0069006E007400650072006E0061006C>')
  })
})

describe('printing', () => {
  test('loads nothing: no address of the network, no file of this computer', async () => {
    const asked: string[] = []
    const server = createServer(({ url }, response) => { asked.push(url ?? ''); response.end() }).listen(0, '127.0.0.1')
    await new Promise((resolve) => { server.once('listening', resolve) })
    const { port } = server.address() as AddressInfo
    const secret = join(tmpdir(), `print-secret-${process.pid}.txt`)
    writeFileSync(secret, 'SECRETWORDS')
    const at = (kind: string) => [`http://127.0.0.1:${port}/${kind}`, `http://localhost:${port}/${kind}`, `file://${secret}`]
    const hostile = ['img', 'iframe', 'script', 'embed'].flatMap((tag) => at(tag).map((address) => `<${tag} src="${address}"></${tag}>`)).join('')
      + at('css').map((address) => `<link rel="stylesheet" href="${address}"><style>@import url("${address}");p{background:url("${address}")}</style><object data="${address}"></object>`).join('')
      + `<script>fetch("http://127.0.0.1:${port}/script")</script><p>x</p>`
    const bytes = await printer(`<!doctype html><html lang="en"><body>${hostile}</body></html>`, { signal: never })
    server.close()
    expect(asked).toEqual([])
    expect(latin(bytes)).not.toContain('SECRETWORDS')
    expect(streamsOf(bytes).some((stream) => stream.includes('SECRETWORDS'))).toBe(false)
    expect(streamsOf(bytes).length).toBeGreaterThan(0)
    await expect(printer(`<meta http-equiv="refresh" content="0;url=file://${secret}">`, { signal: never })).rejects.toMatchObject({ code: 'report.print-failed' })
  })

  test('leaves no process and no file behind when it is stopped, and none when it is done', async () => {
    const before = ownFolders()
    const stop = new AbortController()
    const printing = printer(paperHtml(fullPaper()), { signal: stop.signal })
    await expect.poll(() => ownFolders().some((name) => !before.includes(name) && existsSync(join(tmpdir(), name, 'profile'))), { timeout: 20_000 }).toBe(true)
    const [folder = ''] = ownFolders().filter((name) => !before.includes(name))
    stop.abort(new Error('stopped'))
    await expect(printing).rejects.toThrow('stopped')
    expect(ownFolders()).toEqual(before)
    await expect.poll(() => processesWith(folder), { timeout: 10_000 }).toEqual([])
  })

  test('stopping to read a paper ends its printing', async () => {
    const ended = Promise.withResolvers<void>()
    const file = paperFile({ printer: (_html, { signal }) => new Promise((_, reject) => { signal.addEventListener('abort', () => { ended.resolve(); reject(new Error('stopped')) }) }) }, fullPaper(), { format: 'pdf', name: 'x' })
    for await (const progress of file) if (progress.stage === 'print') break
    await ended.promise
  })

  test('takes the next browser where one does not print, and says what to install where there is none', async () => {
    const computer = { platform: 'linux', variables: { PATH: '/nowhere:/usr/bin' }, isExecutable: (path: string) => path === '/nowhere/chromium' || path === browser } as const
    expect(latin(await browserPrinter({ computer })('<p>x</p>', { signal: never }))).toMatch(/^%PDF-/u)
    const none = browserPrinter({ computer: { ...computer, isExecutable: () => false } })
    await expect(none('<p>x</p>', { signal: never })).rejects.toMatchObject({ code: 'report.no-printer' })
    await expect(readToEnd(paperFile({}, fullPaper(), { format: 'pdf', name: 'x' }))).rejects.toMatchObject({ code: 'report.no-printer' })
  })

  test('ends a browser that does not come to an end', async () => {
    await expect(browserPrinter({ limit: 1 })(paperHtml(fullPaper()), { signal: never })).rejects.toMatchObject({ code: 'report.print-too-long' })
    expect(ownFolders()).toEqual([])
  })
})

function processesWith(words: string): string[] {
  if (!existsSync('/proc')) return []
  return readdirSync('/proc').filter((name) => /^\d+$/u.test(name)).filter((pid) => {
    try { return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(words) } catch { return false }
  })
}
