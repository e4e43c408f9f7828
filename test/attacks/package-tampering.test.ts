import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageItems } from '#shared/model/inspection-package.ts'
import { hashOf } from '#core/attachments/contents.ts'
import { checkPackage } from '#core/reports/package/check-package.ts'
import { entryName } from '#core/reports/package/entry-name.ts'
import { indexPage } from '#core/reports/package/index-page.ts'
import { fixedFiles, manifestText, signatureOf, sumsText } from '#core/reports/package/manifest.ts'
import type { Manifest } from '#core/reports/package/manifest.ts'
import { ZipFile } from '#core/reports/package/zip-file.ts'
import { refusalOf } from '#test/core/helpers/graded-register.ts'

let root: string
let zip: string
let unpacked: string

const contents = { '01 实施方案/方案 一.docx': '方案', '02 会议纪要/纪要.txt': '纪要'.repeat(40_000), '02 会议纪要/空.txt': '' }

/** A package as the program writes it, of a few files, signed by a key of its own. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'tampering-'))
  zip = join(root, 'package.zip')
  unpacked = join(root, 'unpacked')
  const file = new ZipFile(zip)
  const files: Manifest['files'] = []
  for (const [path, text] of Object.entries(contents)) files.push({ ...await file.add(path, strToU8(text)), pages: null })
  const manifest: Manifest = {
    format: 'integrity-risk-control inspection package', version: 1, organisation: '<script>alert(1)</script>', year: 2026, edition: 'internal', locale: 'zh-CN', preparedOn: '2026-12-31', archiveHash: null, head: null,
    items: packageItems.map((code) => ({ code, state: 'missing' as const, reason: code === 'plan' ? '"><img src=x onerror=alert(1)>' : '', indicators: [], files: code === 'minutes' ? Object.keys(contents).slice(1) : code === 'plan' ? Object.keys(contents).slice(0, 1) : [], withheld: 0 })), files,
  }
  files.push({ ...await file.add(fixedFiles.index, strToU8(indexPage(manifest))), pages: null })
  const text = strToU8(manifestText(manifest))
  const told = [...files, await file.add(fixedFiles.manifest, text), await file.add(fixedFiles.signature, strToU8(signatureOf(root, text)))]
  await file.add(fixedFiles.sums, strToU8(sumsText(told)))
  file.end()
  file.close()
  for (const [path, content] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(unpacked, path)), { recursive: true })
    writeFileSync(join(unpacked, path), content)
  }
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const problemsOf = async (place: string): Promise<string[]> => (await checkPackage(place)).problems.map(({ code, params }) => [code, params['path'], params['now']].filter((part) => part !== undefined).join(' '))

let copies = 0
/** What the check says of an unpacked package after somebody was at it. */
async function afterwards(deed: (folder: string) => void): Promise<string[]> {
  const folder = join(root, `copy-${++copies}`)
  cpSync(unpacked, folder, { recursive: true })
  deed(folder)
  return problemsOf(folder)
}

/** The same of a zip file whose entries were changed. */
async function repacked(deed: (entries: Record<string, Uint8Array>) => void): Promise<string[]> {
  const entries = unzipSync(readFileSync(zip))
  deed(entries)
  const file = join(root, `copy-${++copies}.zip`)
  writeFileSync(file, zipSync(entries))
  return problemsOf(file)
}

/** The same of one whose manifest was changed and signed anew by the very key. */
const forged = (change: (manifest: Manifest) => Manifest) => repacked((entries) => {
  const manifest = strToU8(manifestText(change(JSON.parse(Buffer.from(entries[fixedFiles.manifest] ?? new Uint8Array()).toString('utf8')) as Manifest)))
  entries[fixedFiles.manifest] = manifest
  entries[fixedFiles.signature] = strToU8(signatureOf(root, manifest))
})

const plan = '01 实施方案/方案 一.docx'

describe('a package that nobody touched', () => {
  it('passes packed, unpacked, packed again, and under sha256sum alone', async () => {
    expect(await problemsOf(zip)).toEqual([])
    expect(await problemsOf(unpacked)).toEqual([])
    expect(await repacked(() => undefined)).toEqual([])
    expect(execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: unpacked, encoding: 'utf8' })).toContain('OK')
  })

  it('shows names and reasons as text and lets its page run nothing', () => {
    const page = readFileSync(join(unpacked, 'index.html'), 'utf8')
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).not.toMatch(/<script|<img|javascript:|https?:/u)
    expect(page).toContain("default-src 'none'")
    expect(page).toContain('href="./01%20%E5%AE%9E%E6%96%BD%E6%96%B9%E6%A1%88/%E6%96%B9%E6%A1%88%20%E4%B8%80.docx"')
  })
})

describe('the check of a package finds', () => {
  it('a file that was changed, by one byte or by its length', async () => {
    expect(await afterwards((folder) => writeFileSync(join(folder, plan), '方安'))).toEqual([`package.changed ${plan}`, 'package.sums'])
    expect(await afterwards((folder) => writeFileSync(join(folder, plan), '方案 '))).toEqual([`package.changed ${plan}`, 'package.sums'])
    expect(await repacked((entries) => { entries[plan] = strToU8('方安') })).toEqual([`package.changed ${plan}`, 'package.sums'])
  })

  it('a file that was added, removed or renamed', async () => {
    expect(await afterwards((folder) => writeFileSync(join(folder, '新.txt'), '新'))).toEqual(['package.added 新.txt', 'package.sums'])
    expect(await afterwards((folder) => rmSync(join(folder, plan)))).toEqual([`package.missing ${plan}`, 'package.sums'])
    expect(await afterwards((folder) => renameSync(join(folder, plan), join(folder, '01 实施方案/二.docx')))).toEqual([`package.renamed ${plan} 01 实施方案/二.docx`, 'package.sums'])
  })

  it('two files that changed places', async () => {
    const other = '02 会议纪要/纪要.txt'
    expect(await repacked((entries) => { [entries[plan], entries[other]] = [entries[other] ?? new Uint8Array(), entries[plan] ?? new Uint8Array()] })).toEqual([`package.changed ${plan}`, `package.changed ${other}`, 'package.sums'])
  })

  it('a manifest that was made to fit, since nobody signed it', async () => {
    expect(await repacked((entries) => {
      entries[plan] = strToU8('方安')
      const manifest = JSON.parse(Buffer.from(entries[fixedFiles.manifest] ?? new Uint8Array()).toString('utf8')) as Manifest
      const files = manifest.files.map((file) => (file.path === plan ? { ...file, sha256: hashOf(strToU8('方安')) } : file))
      entries[fixedFiles.manifest] = strToU8(manifestText({ ...manifest, files }))
      entries[fixedFiles.sums] = strToU8(sumsText([...files, ...[fixedFiles.manifest, fixedFiles.signature].map((path) => ({ path, sha256: hashOf(entries[path] ?? new Uint8Array()) }))]))
    })).toEqual(['package.signature'])
  })

  it('items left out of the list, and a head that was never signed', async () => {
    expect(await forged((manifest) => ({ ...manifest, items: manifest.items.slice(1) }))).toEqual(['package.items', 'package.sums'])
    const { keyId } = JSON.parse(readFileSync(join(unpacked, fixedFiles.signature), 'utf8')) as { keyId: string }
    expect(await forged((manifest) => ({ ...manifest, head: `irc-head/r/1/-/2026-01-01T00:00:00.000Z/report/${keyId}/${'A'.repeat(86)}` }))).toEqual(['package.head', 'package.sums'])
  })

  it('a path that leads out of the folder, a link, a manifest that is none', async () => {
    expect(await repacked((entries) => { entries['../../evil.txt'] = strToU8('x') })).toEqual(['package.odd-file ../../evil.txt', 'package.added ../../evil.txt', 'package.sums'])
    expect(await afterwards((folder) => symlinkSync('/etc/passwd', join(folder, 'link')))).toEqual(['package.odd-file link'])
    expect(await repacked((entries) => { entries[fixedFiles.manifest] = strToU8('{"version":1}') })).toEqual(['package.manifest-broken'])
    expect(await repacked((entries) => { delete entries[fixedFiles.sums] })).toEqual(['package.sums'])
  })

  it('a content that unpacks to more than it says, without unpacking all of it', async () => {
    expect(await repacked((entries) => { entries[plan] = new Uint8Array(64 * 1024 * 1024) })).toEqual([`package.changed ${plan}`, 'package.sums'])
  })

  it('that something is no package at all', async () => {
    const file = join(root, 'text.zip')
    writeFileSync(file, 'no zip file, only some text')
    expect((await refusalOf(checkPackage(file))).code).toBe('package.not-a-package')
    writeFileSync(file, readFileSync(zip).subarray(0, 400))
    expect((await refusalOf(checkPackage(file))).code).toBe('package.not-a-package')
    expect((await refusalOf(checkPackage(join(root, 'nothing.zip')))).code).toBe('package.not-found')
  })
})

it('a name of a file never leads out of its folder, is no device, and is not taken twice', () => {
  const taken = new Set<string>()
  const names = ['../../etc/passwd', 'C:\\Windows\\system32\\a.exe', 'CON.txt', 'a\u202Etxt.exe', '..', '', 'A.txt', 'a.TXT', 'x'.repeat(300), '一'.repeat(300)].map((name) => entryName(name, taken))
  expect(names).toEqual(['passwd', 'a.exe', '_CON.txt', 'atxt.exe', 'file', 'file (2)', 'A.txt', 'a (2).TXT', 'x'.repeat(60), '一'.repeat(60)])
})
