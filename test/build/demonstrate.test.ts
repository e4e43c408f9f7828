import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { demonstrate } from '#build/demonstrate.ts'

const output = mkdtempSync(join(tmpdir(), 'irc-demo-'))
afterAll(() => rmSync(output, { recursive: true, force: true }))

describe('the demonstration', () => {
  test('imports, grades, accepts, freezes and writes both reports, and tells what it did', async () => {
    const lines: string[] = []
    await demonstrate({ folder: join(output, 'data'), output, locale: 'zh-CN', print: (line) => lines.push(line) })
    const text = lines.join('\n')
    for (const said of ['职权 30 项', '风险点 40 个（高 18，中 15，低 7）', '退回 0 行', '年度已归档']) expect(text).toContain(said)
    const files = readdirSync(output).filter((name) => name !== 'data')
    expect(files.map((name) => name.split('.').at(-1)).toSorted()).toEqual(['docx', 'xlsx'])
    for (const name of files) expect(lines.some((line) => line.includes(`${name}  `) && line.endsWith(' KB')), name).toBe(true)
    expect(text).not.toMatch(/\{\{|demo\./u)
  })
})
