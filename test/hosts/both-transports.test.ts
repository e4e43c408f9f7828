import { isDefinedError, ORPCError, safe } from '@orpc/client'
import { describe, expect, onTestFinished, test } from 'vitest'
import { newTrace, sampleBytes, sampleContext, sampleContract, sampleRouter } from './sample-contract.ts'
import type { SampleClient, SampleContext, Trace } from './sample-contract.ts'
import { transports } from './transports.ts'

/** Reads long work to its end: the reports of progress and the result. */
async function readAll<P, R>(work: AsyncIterator<P, R>): Promise<{ progress: P[]; result: R }> {
  const progress: P[] = []
  for (;;) {
    const step = await work.next()
    if (step.done) return { progress, result: step.value }
    progress.push(step.value)
  }
}

describe.each(transports)('over the $name', ({ serveTo }) => {
  async function begin(): Promise<{ sample: SampleClient['sample']; trace: Trace; faults: SampleContext['faults'] }> {
    const trace = newTrace()
    const { context, faults } = sampleContext()
    const { client, close } = await serveTo<SampleClient>(sampleRouter(trace), context)
    onTestFinished(close)
    return { sample: client.sample, trace, faults }
  }

  test('every procedure of a contract is reached, also one added to it later', async () => {
    const { context } = sampleContext()
    const { serve } = await import('#core/registration.ts')
    const { procedure } = await import('#shared/contract/procedure.ts')
    const { z } = await import('zod')
    const grown = { added: { today: procedure('register.read').output(z.string()) } }
    const { client, close } = await serveTo<import('@orpc/contract').ContractRouterClient<typeof grown>>(serve(grown, { added: { today: () => '2026-07-01' } }), context)
    onTestFinished(close)
    expect(await client.added.today()).toBe('2026-07-01')
  })

  test('an answer comes back and the host says who is calling', async () => {
    const { sample } = await begin()
    expect(await sample.echo({ text: '行政许可 “X”\u0000😀' })).toEqual({ text: '行政许可 “X”\u0000😀', actor: 'tester' })
  })

  test('a file goes in with its name and every byte', async () => {
    const { sample } = await begin()
    const file = new File([sampleBytes(300_000)], '一览表 2026.xlsx', { type: 'application/octet-stream' })
    expect(await sample.measure({ file, note: '附注' })).toEqual({ name: '一览表 2026.xlsx', size: 300_000, note: '附注' })
  })

  test('a file comes out with its name and every byte', async () => {
    const { sample } = await begin()
    const file = await sample.template()
    expect(file.name).toBe('职权目录.csv')
    expect(await file.text()).toBe('<模板>')
  })

  test('long work reports how far it is and then gives its result', async () => {
    const { sample } = await begin()
    const { progress, result } = await readAll(await sample.count({ to: 20 }))
    expect(progress.map((report) => report.done)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    expect(result).toEqual({ sum: 210 })
  })

  test.each([0, 1, 24_577, 500_000])('long work ends in a file of %i bytes', async (size) => {
    const { sample } = await begin()
    const { progress, result } = await readAll(await sample.report({ size }))
    expect(progress).toHaveLength(1)
    expect(result).toBeInstanceOf(File)
    expect(result.name).toBe('年度报告.docx')
    expect(Buffer.from(await result.arrayBuffer()).equals(sampleBytes(size))).toBe(true)
  })

  test('stopping to read stops the work', async () => {
    const { sample, trace } = await begin()
    const work = await sample.endless()
    await work.next()
    await work.next()
    await work.return?.()
    await trace.endlessStopped.promise
  })

  test('a cancelled call is told to the procedure', async () => {
    const { sample, trace } = await begin()
    const stop = new AbortController()
    const asked = safe(sample.wait(undefined, { signal: stop.signal }))
    await trace.waiting.promise
    stop.abort()
    await trace.waitAborted.promise
    expect((await asked).error).not.toBeNull()
  })

  test('a refusal comes as data with its code, values and field', async () => {
    const { sample } = await begin()
    const { error } = await safe(sample.refuse())
    expect(isDefinedError(error)).toBe(true)
    expect(error).toMatchObject({ code: 'REFUSED', data: { code: 'power.code-taken', params: { code: 'XK-1' }, field: 'code' } })
  })

  test('a stale record comes with how it stands now', async () => {
    const { sample } = await begin()
    expect((await safe(sample.stale())).error).toMatchObject({ code: 'STALE', data: { id: '1', current: { name: 'now' } } })
  })

  test('a fault is kept away from the page, which gets a reference', async () => {
    const { sample, faults } = await begin()
    const { error } = await safe(sample.fault())
    expect(error).toMatchObject({ code: 'FAULT', data: { reference: 'REF1' } })
    expect(JSON.stringify(error) + String(error)).not.toContain('secret')
    expect(faults[0]?.where).toBe('sample.fault')
  })

  test('an answer that does not fit the contract is a fault too', async () => {
    const { sample, faults } = await begin()
    expect((await safe(sample.wrongAnswer())).error).toMatchObject({ code: 'FAULT', data: { reference: 'REF1' } })
    expect(faults).toHaveLength(1)
  })

  test.each([['refusal', 'REFUSED'], ['fault', 'FAULT'], ['wrong-answer', 'FAULT']] as const)('long work that fails late by %s tells it while it is read', async (how, code) => {
    const { sample, faults } = await begin()
    const work = await sample.failLate({ how })
    expect((await work.next()).done).toBe(false)
    const error: unknown = await work.next().then(() => undefined, (reason: unknown) => reason)
    expect(error).toBeInstanceOf(ORPCError)
    expect(error).toMatchObject({ code })
    expect(faults).toHaveLength(code === 'FAULT' ? 1 : 0)
  })

  test('input that does not fit the contract does not reach the procedure', async () => {
    const { sample, faults } = await begin()
    const { error } = await safe(sample.echo(JSON.parse('{"text":5}')))
    expect(error).toMatchObject({ code: 'BAD_REQUEST' })
    expect(faults).toHaveLength(0)
  })

  test('the sample uses every procedure it declares', () => {
    expect(Object.keys(sampleContract.sample)).toHaveLength(12)
  })
})
