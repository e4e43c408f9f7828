import { once } from 'node:events'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cli, sample, start } from './cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'irc-cli-'))
const data = join(folder, 'data')
const at = (...parts: string[]): string => join(folder, ...parts)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const counts = (created: number, updated: number, unchanged: number) => ({ created, updated, unchanged })

beforeAll(async () => {
  const made = await cli(['init', '--data', data, '--organisation', '示例县水利局', '--json'])
  expect(made).toMatchObject({ code: 0 })
  expect(made.json()).toMatchObject({ dataFolder: data, organisation: { name: '示例县水利局' } })
})

describe('import', () => {
  test('a dry run says what would happen and changes nothing', async () => {
    const planned = await cli(['import', sample.catalogue, '--data', data, '--dry-run', '--json'])
    expect(planned.code).toBe(0)
    expect(planned.json()).toMatchObject({ kind: 'power-catalogue-a', dryRun: true, powers: counts(30, 0, 0), rejected: 0 })
    expect((await cli(['list', 'powers', '--data', data, '--json'])).json()).toMatchObject({ total: 0, items: [] })
  })

  test('the four example files give 30 powers and 40 points that are not doubled', async () => {
    expect((await cli(['import', sample.catalogue, '--data', data, '--json'])).json()).toMatchObject({ kind: 'power-catalogue-a', powers: counts(30, 0, 0), rejected: 0 })
    const nine = await cli(['import', sample.nineColumns, '--data', data, '--json'])
    expect(nine.json()).toMatchObject({ kind: 'risk-list-9', riskPoints: counts(40, 0, 0), rejected: 0 })
    for (const file of [sample.situation, sample.survey]) {
      const again = await cli(['import', file, '--data', data, '--json'])
      expect(again).toMatchObject({ code: 0 })
      expect(again.json()).toMatchObject({ riskPoints: { created: 0 }, rejected: 0 })
    }
    expect((await cli(['list', 'risks', '--data', data, '--json'])).json()).toMatchObject({ total: 40 })
  })

  test('the same file again changes nothing', async () => {
    const again = await cli(['import', sample.catalogue, '--data', data, '--json'])
    expect(again.code).toBe(0)
    expect(again.json()).toMatchObject({ powers: counts(0, 0, 30), rejected: 0 })
  })

  test.each([
    ['a missing file', at('nowhere.xlsx'), 'file.unreadable'],
    ['a folder', folder, 'file.unreadable'],
  ])('%s is refused', async (_what, file, code) => {
    const refused = await cli(['import', file, '--data', data, '--json'])
    expect(refused.code).toBe(1)
    expect(refused.json()).toMatchObject({ error: { code } })
  })

  test('a file that is no workbook is refused with a sentence in the language asked for', async () => {
    writeFileSync(at('letter.xlsx'), Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]))
    const refused = await cli(['import', at('letter.xlsx'), '--data', data, '--json', '--lang', 'zh'])
    expect(refused.code).toBe(1)
    expect(refused.json()).toMatchObject({ error: { message: expect.stringMatching(/\p{Script=Han}/u) } })
    expect(refused.err).toMatch(/\p{Script=Han}/u)
  })
})

describe('list', () => {
  test('risk points with their grade as code and label', async () => {
    const listed = await cli(['list', 'risks', '--data', data, '--grade', 'high', '--limit', '5', '--json', '--lang', 'zh-CN'])
    const { total, items } = listed.json() as { total: number; items: Record<string, unknown>[] }
    expect([total, items.length]).toEqual([18, 5])
    for (const item of items) expect(item).toMatchObject({ grade: 'high', gradeLabel: '高' })
  })

  test.each([['high', 18], ['中', 15], ['低风险', 7], ['一级,三级', 25]])('--grade %s gives %i', async (grade, total) => {
    expect((await cli(['list', 'risks', '--data', data, '--grade', grade, '--limit', '1', '--json'])).json()).toMatchObject({ total })
  })

  test('of one department', async () => {
    const { total, items } = (await cli(['list', 'powers', '--data', data, '--department', '水政监察大队', '--json'])).json() as { total: number; items: { department: string }[] }
    expect([total, items.length]).toEqual([8, 8])
    expect(new Set(items.map(({ department }) => department))).toEqual(new Set(['水政监察大队']))
  })

  test('all of a list comes without a limit, as lines for people', async () => {
    const listed = await cli(['list', 'measures', '--data', data])
    expect(listed.code).toBe(0)
    const { total } = (await cli(['list', 'measures', '--data', data, '--limit', '1', '--json'])).json() as { total: number }
    expect(listed.out.trimEnd().split('\n')).toHaveLength(total + 2)
  })

  test.each([
    [['list', 'people', '--data', data], 2, 'usage.choice-wrong'],
    [['list', '--data', data], 2, 'usage.argument-missing'],
    [['list', 'risks'], 2, 'usage.option-missing'],
    [['list', 'powers', '--data', data, '--grade', 'high'], 2, 'usage.only-for-risks'],
    [['list', 'risks', '--data', data, '--grade', '特高'], 2, 'usage.grade-unknown'],
    [['list', 'risks', '--data', data, '--limit', '0'], 2, 'usage.number-wrong'],
    [['list', 'risks', '--data', data, '--department', '财务处'], 1, 'department.not-found'],
    [['list', 'risks', '--data', at('nowhere')], 1, 'folder.missing'],
  ])('%j ends with %i', async (args, code, error) => {
    const ended = await cli([...args, '--json'])
    expect(ended.code).toBe(code)
    expect(ended.json()).toMatchObject({ error: { code: error } })
    expect(existsSync(at('nowhere'))).toBe(false)
  })
})

describe('report', () => {
  test.each(['docx', 'xlsx'])('writes a %s', async (format) => {
    const out = at(`report.${format}`)
    const written = await cli(['report', 'annual', '--data', data, '--year', '2026', '--format', format, '--out', out, '--json'])
    expect(written.code).toBe(0)
    const bytes = readFileSync(out)
    expect(written.json()).toMatchObject({ file: out, bytes: bytes.length, year: 2026, format })
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
  })

  test('writes any kind in an edition, about a subject or departments, and keeps the purpose', async () => {
    const out = at('chart.docx')
    const written = await cli(['report', 'control-chart', '--data', data, '--year', '2026', '--edition', 'public', '--format', 'docx', '--subject', 'XK-001', '--purpose', 'for the website', '--out', out, '--json'])
    expect([written.code, written.json()]).toMatchObject([0, { kind: 'control-chart', edition: 'public', file: out }])
    const kinds = (await cli(['report', 'list', '--data', data, '--json'])).json() as { kinds: { code: string }[] }
    expect(kinds.kinds.map(({ code }) => code)).toEqual(expect.arrayContaining(['annual', 'risk-list', 'control-chart', 'grading-sheet']))
    const unknown = await cli(['report', 'nothing', '--data', data, '--year', '2026', '--format', 'docx', '--out', at('n.docx'), '--json'])
    expect([unknown.code, unknown.json()]).toMatchObject([2, { error: { code: 'usage.choice-wrong' } }])
    const refused = await cli(['report', 'review-sheet', '--data', data, '--year', '2026', '--edition', 'public', '--format', 'docx', '--out', at('r.docx'), '--json'])
    expect([refused.code, refused.json()]).toMatchObject([1, { error: { code: 'report.edition-not-offered' } }])
    // Without an edition a paper for the public asks for its list, not for another edition.
    const publicOnly = await cli(['report', 'publicity-list', '--data', data, '--year', '2026', '--format', 'docx', '--out', at('p.docx'), '--json'])
    expect([publicOnly.code, publicOnly.json()]).toMatchObject([1, { error: { code: 'report.subject-missing' } }])
  })

  test('writes a pdf, which bears out the log like any report', async () => {
    const out = at('report.pdf')
    const written = await cli(['report', 'annual', '--data', data, '--year', '2026', '--format', 'pdf', '--out', out, '--json'])
    expect(written.json()).toMatchObject({ file: out, format: 'pdf' })
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-')
    expect(await cli(['verify', '--data', data, '--against', out])).toMatchObject({ code: 0 })
  })

  test('never takes the place of a file of another kind', async () => {
    const register = join(data, 'register.sqlite')
    const before = readFileSync(register)
    const refused = await cli(['report', 'annual', '--data', data, '--year', '2026', '--format', 'xlsx', '--out', register, '--json'])
    expect([refused.code, refused.json()]).toMatchObject([2, { error: { code: 'usage.extension-wrong' } }])
    expect(readFileSync(register).equals(before)).toBe(true)
  })

  test.each([
    [['--format', 'odt', '--year', '2026', '--out', at('a.odt')], 'usage.choice-wrong'],
    [['--format', 'docx', '--edition', 'secret', '--year', '2026', '--out', at('a.docx')], 'usage.choice-wrong'],
    [['--format', 'docx', '--year', '99999', '--out', at('a.docx')], 'usage.number-wrong'],
    [['--format', 'docx', '--out', at('a.docx')], 'usage.option-missing'],
  ])('%j is wrong usage', async (args, error) => {
    const ended = await cli(['report', 'annual', '--data', data, ...args, '--json'])
    expect([ended.code, ended.json()]).toMatchObject([2, { error: { code: error } }])
  })
})

describe('backup, restore and verify', () => {
  test('what was backed up comes back, and what was there before is kept', async () => {
    const out = at('copy.sqlite')
    const saved = await cli(['backup', '--data', data, '--out', out, '--json'])
    expect([saved.code, saved.json()]).toMatchObject([0, { file: out, bytes: readFileSync(out).length }])
    const restored = await cli(['restore', out, '--data', data, '--json'])
    expect(restored.code).toBe(0)
    const { kept } = restored.json() as { kept: string }
    expect(readdirSync(join(data, 'backups'))).toContain(kept)
    expect((await cli(['verify', '--data', data, '--json'])).json()).toEqual({ sound: true, problems: [] })
    expect((await cli(['list', 'risks', '--data', data, '--limit', '1', '--json'])).json()).toMatchObject({ total: 40 })
  })

  test('a copy makes a register on another computer', async () => {
    const other = at('other')
    expect((await cli(['restore', at('copy.sqlite'), '--data', other])).code).toBe(0)
    expect((await cli(['list', 'powers', '--data', other, '--limit', '1', '--json'])).json()).toMatchObject({ total: 30 })
  })

  test.each([
    ['a workbook', () => sample.catalogue, 'restore.foreign'],
    ['a missing file', () => at('nowhere.sqlite'), 'restore.no-file'],
    ['a damaged copy', () => { copyFileSync(at('copy.sqlite'), at('cut.sqlite')); truncateSync(at('cut.sqlite'), 50_000); return at('cut.sqlite') }, 'restore.damaged'],
  ])('%s is not restored', async (_what, file, error) => {
    const refused = await cli(['restore', file(), '--data', data, '--json'])
    expect([refused.code, refused.json()]).toMatchObject([1, { error: { code: error } }])
    expect((await cli(['list', 'risks', '--data', data, '--limit', '1', '--json'])).json()).toMatchObject({ total: 40 })
  })

  test('damage ends with 3, found inside or so bad that the register cannot be opened', async () => {
    const broken = at('broken')
    await cli(['restore', at('copy.sqlite'), '--data', broken])
    const register = join(broken, 'register.sqlite')
    new Database(register).exec("UPDATE risk_point SET grade_code = 'low', grade_rank = 1 WHERE number = 1; ").close()
    const found = await cli(['verify', '--data', broken, '--json'])
    expect(found.code).toBe(3)
    expect(found.json()).toMatchObject({ sound: false, problems: [{ code: 'integrity.grading', message: expect.stringContaining('risk points') }] })
    truncateSync(register, 60_000)
    const worse = await cli(['verify', '--data', broken, '--json'])
    expect([worse.code, worse.json()]).toMatchObject([3, { sound: false, problems: [{ code: 'database.damaged' }] }])
    expect((await cli(['list', 'risks', '--data', broken, '--json'])).code).toBe(3)
    expect((await cli(['restore', at('copy.sqlite'), '--data', broken])).code).toBe(0)
    expect((await cli(['verify', '--data', broken])).code).toBe(0)
  })
})

describe('one program at a time', () => {
  test('serve says where, holds the folder, and ends cleanly when told to', async () => {
    const server = start(['serve', '--data', data, '--json'])
    const lines = createInterface({ input: server.stdout ?? process.stdin })
    const [line] = await once(lines, 'line') as [string]
    const { url } = JSON.parse(line) as { url: string }
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//u)
    expect((await fetch(url)).status).toBe(200)
    const second = await cli(['list', 'powers', '--data', data, '--json'])
    expect([second.code, second.json()]).toMatchObject([1, { error: { code: 'folder.in-use' } }])
    server.kill('SIGTERM')
    expect(await once(server, 'exit')).toEqual([0, null])
    expect((await cli(['verify', '--data', data])).code).toBe(0)
  }, 120_000)

  test('serve does not begin a register, nor take a port that is taken', async () => {
    const refused = await cli(['serve', '--data', at('nowhere'), '--json'])
    expect([refused.code, refused.json()]).toMatchObject([1, { error: { code: 'folder.missing' } }])
    expect((await cli(['serve', '--data', data, '--port', '70000'])).code).toBe(2)
  })
})

describe('the command line itself', () => {
  test('a register is begun once', async () => {
    const again = await cli(['init', '--data', data, '--organisation', '别的单位', '--json'])
    expect([again.code, again.json()]).toMatchObject([1, { error: { code: 'organisation.exists' } }])
  })

  test.each([
    [[], 'usage.no-command'],
    [['destroy'], 'usage.command-unknown'],
    [['verify', '--data', data, '--force'], 'usage.option-unknown'],
    [['verify', '--data'], 'usage.value-missing'],
    [['import', '--data', data], 'usage.argument-missing'],
    [['init', '--data', data], 'usage.option-missing'],
    [['list', 'risks', '--data', data, '--lang', 'fr'], 'usage.choice-wrong'],
  ])('%j is wrong usage', async (args, code) => {
    const ended = await cli([...args, '--json'])
    expect([ended.code, ended.json()]).toMatchObject([2, { error: { code } }])
  })

  test('helps in both languages', async () => {
    const [english, chinese] = await Promise.all([cli(['--help']), cli(['help', '--lang', 'zh'])])
    expect([english.code, chinese.code]).toEqual([0, 0])
    for (const name of ['init', 'import', 'list', 'report', 'verify', 'backup', 'restore', 'serve']) {
      expect(english.out).toContain(`npm run -s cli -- ${name}`)
      expect(chinese.out).toContain(`npm run -s cli -- ${name}`)
    }
    expect(english.out).not.toMatch(/\{\{|help\./u)
    expect(chinese.out).toContain('退出码')
    expect((await cli(['restore', '--help'])).out).toContain('restore FILE --data DIR')
  })

  test('changes are on record under the name of the service', () => {
    const register = new Database(join(data, 'register.sqlite'), { readonly: true })
    const actors = register.prepare('SELECT DISTINCT actor_kind, actor FROM audit_entry').all()
    register.close()
    expect(actors).toEqual([{ actor_kind: 'service', actor: 'command-line' }])
  })
})
