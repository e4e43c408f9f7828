import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

const project = fileURLToPath(new URL('../..', import.meta.url))
const oxlint = join(project, 'node_modules', 'oxlint', 'bin', 'oxlint')
const rooms = mkdtempSync(join(tmpdir(), 'irc-rooms-'))
copyFileSync(join(project, '.oxlintrc.json'), join(rooms, '.oxlintrc.json'))
afterAll(() => rmSync(rooms, { recursive: true, force: true }))

const report = z.object({ diagnostics: z.array(z.object({ code: z.string().optional(), filename: z.string() })) })

/** Puts a file with these lines in a room and answers whether the import rule objects. */
function objects(file: string, lines: string): boolean {
  const path = join(rooms, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${lines}\n`)
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format=json', file], { cwd: rooms, encoding: 'utf8' })
  rmSync(path)
  return report.parse(JSON.parse(stdout)).diagnostics.some(({ code }) => code?.includes('no-restricted-imports') === true)
}

const using = (from: string): string => `import { thing } from '${from}'\nexport const used = thing()`

/** From which room what may not be reached, however it is written. */
const forbidden: readonly (readonly [string, readonly string[]])[] = [
  ['shared/model/a.ts', ['node:fs', 'electron', 'react', 'react-dom', 'antd', 'better-sqlite3', 'kysely', '#core/core.ts', '#hosts/x.ts', '#main/x.ts', '#renderer/x.ts', '#build/x.ts', '#test/x.ts', '../../electron/core/core.ts', '../../renderer/app/a.ts', '../../build/x.ts', '../../test/x.ts']],
  ['electron/core/risks/a.ts', ['electron', 'electron/main', 'react', 'react-dom/server', 'antd', '#hosts/x.ts', '#main/x.ts', '#renderer/x.ts', '#build/x.ts', '#test/x.ts', '../../hosts/desktop/x.ts', '../../main/x.ts', '../../preload/x.ts', '../../../renderer/app/a.ts', '../../../build/x.ts', '../../../test/x.ts']],
  ['electron/hosts/browser/a.ts', ['electron', 'react', 'antd', '#main/x.ts', '#renderer/x.ts', '#build/x.ts', '#test/x.ts', '../../main/x.ts', '../../preload/x.ts', '../../../renderer/app/a.ts', '../../../build/x.ts', '../../../test/x.ts']],
  ['electron/main/a.ts', ['#core/core.ts', '#hosts/x.ts', '#renderer/x.ts', '#build/x.ts', '#test/x.ts', 'better-sqlite3', 'kysely', 'react', '../core/core.ts', '../hosts/desktop/x.ts', '../../renderer/app/a.ts', '../../build/x.ts', '../../test/x.ts']],
  ['electron/preload/a.ts', ['#core/core.ts', '#hosts/x.ts', '#renderer/x.ts', '../core/core.ts', '../hosts/desktop/x.ts']],
  ['renderer/risks/a.ts', ['node:fs', 'electron', 'better-sqlite3', 'kysely', '#core/core.ts', '#hosts/x.ts', '#main/x.ts', '#build/x.ts', '#test/x.ts', '../../electron/core/core.ts', '../../build/x.ts', '../../test/x.ts']],
]

const allowed: readonly (readonly [string, readonly string[]])[] = [
  ['shared/model/a.ts', ['zod', './b.ts', '../locales/locale.ts', '#shared/contract/lists.ts']],
  ['electron/core/risks/a.ts', ['node:fs', 'kysely', 'better-sqlite3', '#shared/model/states.ts', '#core/core.ts', '../core.ts']],
  ['electron/hosts/browser/a.ts', ['node:http', '#core/core.ts', '#shared/model/states.ts', '../calls/officer.ts', '#hosts/calls/officer.ts']],
  ['electron/main/a.ts', ['electron', 'node:path', '#shared/model/states.ts', './b.ts', '#main/b.ts']],
  ['renderer/risks/a.ts', ['react', 'antd', '#shared/model/states.ts', '#renderer/components/a.ts', '../components/a.ts']],
]

const cases = (table: typeof forbidden): [string, string][] => table.flatMap(([file, sources]) => sources.map((source): [string, string] => [file, source]))

describe('the rooms are kept apart', () => {
  test.each(cases(forbidden))('%s does not reach %s', (file, source) => {
    expect(objects(file, using(source))).toBe(true)
  })

  test.each(cases(allowed))('%s may reach %s', (file, source) => {
    expect(objects(file, using(source))).toBe(false)
  })

  test('no way of writing an import goes round the rule', () => {
    for (const lines of [
      "import type { Core } from '#core/core.ts'\nexport type Mine = Core",
      "export { openCore } from '#core/open-core.ts'",
      "export * from '#core/open-core.ts'",
      "import '#core/open-core.ts'",
      "export const later = () => import('#core/open-core.ts')",
    ]) expect(objects('renderer/risks/a.ts', lines), lines).toBe(true)
  })
})
