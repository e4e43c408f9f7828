import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openFaultLog } from '#hosts/calls/fault-log.ts'

const env = { now: () => Date.UTC(2026, 6, 1, 8, 30), newId: () => '0198c0de-0000-7000-8000-0000deadbeef', localDate: () => '2026-07-01' }

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'faults-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

test('a fault is kept with time, place, cause and the reference the user is shown', () => {
  const logs = join(folder(), 'logs')
  const reference = openFaultLog(logs, env).report(new TypeError('no such column', { cause: new Error('disk') }), 'risks.list')
  const kept = readFileSync(join(logs, 'faults-2026-07-01.log'), 'utf8')
  expect(reference).toBe('DEADBEEF')
  for (const part of ['2026-07-01T08:30:00.000Z', reference, 'risks.list', 'TypeError: no such column', 'caused by: Error: disk']) expect(kept).toContain(part)
})

test('later faults do not overwrite earlier ones, and only the owner reads them', () => {
  const logs = folder()
  const log = openFaultLog(logs, env)
  log.report(new Error('first'), 'a')
  log.report('second', 'b')
  const file = join(logs, 'faults-2026-07-01.log')
  expect(readFileSync(file, 'utf8')).toMatch(/first[\s\S]*second/u)
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
})

test('a log that cannot be written does not hide the fault', () => {
  const inTheWay = join(folder(), 'logs')
  writeFileSync(inTheWay, '')
  const written: string[] = []
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => { written.push(String(text)); return true })
  onTestFinished(() => stderr.mockRestore())
  expect(openFaultLog(inTheWay, env).report(new Error('first'), 'a')).toBe('DEADBEEF')
  expect(written.join('')).toContain('first')
  expect(existsSync(join(inTheWay, 'faults-2026-07-01.log'))).toBe(false)
})
