import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ContractClient } from '#shared/contract/index.ts'
import { neutralCsvText } from '#core/exchange/lists/neutral-text.ts'
import { fixedIdentity } from '#core/permission/identity.ts'
import { withRole } from '../core/helpers/callers.ts'
import { openSample } from '../core/helpers/sample.ts'
import type { Sample } from '../core/helpers/sample.ts'
import { clientBy } from '../core/people/people.ts'
import { finished } from '../core/publicity/publicity-story.ts'

let sample: Sample
let client: ContractClient
beforeAll(async () => {
  sample = await openSample()
  client = clientBy(sample.register, fixedIdentity(withRole('inspector')))
})
afterAll(() => sample.register.close())

const header = '事件编号,发生时间,事项名称,事件描述\n'
const file = (rows: string, name = 'events.csv'): File => new File([header, rows], name)
const plan = (given: File) => finished(client.warnings.planEvents({ file: given }))
const apply = (planId: string) => finished(client.warnings.applyEvents({ planId }))
const stored = () => sample.register.database.connection.prepare('SELECT count(*) FROM supervision_event').pluck().get()

describe('a hostile events file', () => {
  it('brings formulas in as text that no export runs', async () => {
    const planned = await plan(file('F-1,2026-06-01,取水许可审批,"=HYPERLINK(""http://evil"",""x"")"\nF-2,2026-06-01,+1+1,@SUM(A1)\n'))
    expect(planned.fresh).toBe(2)
    await apply(planned.planId)
    const { rows } = await client.warnings.events({ states: [] })
    for (const { text } of rows) expect(neutralCsvText(text).startsWith("'")).toBe(true)
  })

  it('cannot smuggle statements, markup or keys of objects', async () => {
    const planned = await plan(file("x'); DROP TABLE warning; --,2026-06-01,__proto__,<img src=x onerror=alert(1)>\n__proto__,2026-06-01,constructor,prototype\n"))
    await apply(planned.planId)
    const { rows } = await client.warnings.events({ states: [] })
    expect(rows.map(({ text }) => text)).toEqual(expect.arrayContaining(['<img src=x onerror=alert(1)>', 'prototype']))
    expect(rows.filter(({ powerId }) => powerId !== null).every(({ powerId }) => powerId === sample.licence)).toBe(true)
    expect(sample.register.database.connection.prepare('SELECT count(*) FROM warning').pluck().get()).toBe(0)
  })

  it('with NUL bytes, direction marks or control signs tells nothing but its text', async () => {
    const planned = await plan(file('N-1,2026-06-01,取水许可审批,审\u0000批\u202e超时\n'))
    expect(planned.fresh).toBe(1)
    expect(planned.rows[0]?.text).not.toContain('\u0000')
    await expect(plan(file(`N-2,2026-06-01,取水许可审批,${'\u0007'.repeat(50)}\n`))).rejects.toMatchObject({ data: { code: 'file.not-a-workbook' } })
  })

  it('with a huge cell, a huge row or far too many columns is rejected row by row or refused as a whole', async () => {
    const huge = await plan(file(`H-1,2026-06-01,取水许可审批,${'超'.repeat(5000)}\nH-2,2026-06-01,取水许可审批,短\n`))
    expect(huge).toMatchObject({ fresh: 1, rejected: 1, issues: [{ row: 2, code: 'event.too-long', column: '事件描述' }] })
    const wide = await plan(file(`W-1,2026-06-01,取水许可审批,短${',x'.repeat(5000)}\n`))
    expect(wide.fresh).toBe(1)
  })

  it('in a wrong encoding, without an end of its quotes, empty or no table at all is refused in words', async () => {
    const refused = (given: File) => expect(plan(given)).rejects.toMatchObject({ data: { code: expect.stringMatching(/^(file|event)\./u) } })
    await refused(new File([Uint8Array.from([0xff, 0xff, 0x80, 0x81, 0xff])], 'a.csv'))
    await refused(new File([''], 'a.csv'))
    await refused(new File(['<html><body>错误</body></html>'], 'a.csv'))
    await refused(new File(['PK\u0003\u0004不是压缩包'], 'a.csv'))
    const open = await plan(file('Q-1,2026-06-01,取水许可审批,"没有结束的引号\nQ-2,2026-06-02,x,y\n'))
    expect(open.fresh + open.rejected).toBeLessThanOrEqual(2)
  })

  it('cannot be carried out by somebody who may not, by a plan of nobody’s, or twice', async () => {
    const before = stored()
    const planned = await plan(file('T-1,2026-06-01,取水许可审批,审批超时\n'))
    const writer = clientBy(sample.register, fixedIdentity(withRole('risk-officer')))
    await expect(finished(writer.warnings.applyEvents({ planId: planned.planId }))).rejects.toMatchObject({ data: { code: 'permission.missing' } })
    await expect(apply(crypto.randomUUID())).rejects.toMatchObject({ data: { code: 'import.plan-unknown' } })
    const [one, two] = await Promise.allSettled([apply(planned.planId), apply(planned.planId)])
    expect([one, two].filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
    expect(Number(stored()) - Number(before)).toBe(1)
  })

  it('of many thousand rows is read within its budget and taken in as one', async () => {
    const rows = Array.from({ length: 4000 }, (_, index) => `M-${index},2026-06-01 08:00,取水许可审批,第 ${index} 件超时`).join('\n')
    const planned = await plan(file(`${rows}\n`))
    expect(planned).toMatchObject({ fresh: 4000, rejected: 0 })
    expect(planned.rows).toHaveLength(500)
    const before = Number(stored())
    await apply(planned.planId)
    expect(Number(stored()) - before).toBe(4000)
  })

  it('whose reader goes away half-way leaves nothing behind, and can be taken in afterwards', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => `S-${index},2026-06-01 08:00,取水许可审批,第 ${index} 件超时`).join('\n')
    const planned = await plan(file(`${rows}\n`))
    const before = Number(stored())
    const work = await client.warnings.applyEvents({ planId: planned.planId })
    for await (const { stage } of work) if (stage === 'write') break
    expect(Number(stored())).toBe(before)
    expect(await apply(planned.planId)).toMatchObject({ events: 1000 })
    expect(Number(stored()) - before).toBe(1000)
  })
})
