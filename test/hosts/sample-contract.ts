import { setImmediate } from 'node:timers/promises'
import type { AnyRouter } from '@orpc/server'
import type { ContractRouterClient } from '@orpc/contract'
import { z } from 'zod'
import { fixedIdentity } from '#core/permission/identity.ts'
import { serve } from '#core/registration.ts'
import type { CallContext } from '#core/registration.ts'
import { StaleRecord } from '#core/stale-record.ts'
import { longWork, procedure } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { everyRole } from '../core/helpers/callers.ts'

/** A contract that uses every way of asking and answering that the real one uses, open to whoever has a window. */
export const sampleContract = {
  sample: {
    echo: procedure('session.open').input(z.object({ text: z.string() })).output(z.object({ text: z.string(), actor: z.string() })),
    measure: procedure('session.open').input(z.object({ file: z.file(), note: z.string() })).output(z.object({ name: z.string(), size: z.number(), note: z.string() })),
    template: procedure('session.open').output(z.file()),
    count: procedure('session.open').input(z.object({ to: z.number() })).output(longWork(z.object({ sum: z.number() }))),
    report: procedure('session.open').input(z.object({ size: z.number() })).output(longWork(z.file())),
    endless: procedure('session.open').output(longWork(z.object({}))),
    failLate: procedure('session.open').input(z.object({ how: z.enum(['refusal', 'fault', 'wrong-answer']) })).output(longWork(z.object({ sum: z.number() }))),
    refuse: procedure('session.open').output(z.object({})),
    stale: procedure('session.open').output(z.object({})),
    fault: procedure('session.open').output(z.object({})),
    wrongAnswer: procedure('session.open').output(z.object({ sum: z.number() })),
    wait: procedure('session.open').output(z.object({})),
  },
}
export type SampleClient = ContractRouterClient<typeof sampleContract>

/** What the sample's work came to, for a test to look at. */
export interface Trace { endlessStopped: PromiseWithResolvers<void>; waitAborted: PromiseWithResolvers<void>; waiting: PromiseWithResolvers<void> }
export const newTrace = (): Trace => ({ endlessStopped: Promise.withResolvers(), waitAborted: Promise.withResolvers(), waiting: Promise.withResolvers() })

export function sampleRouter(trace: Trace = newTrace()): AnyRouter {
  return serve(sampleContract, {
    sample: {
      echo: ({ text }, call) => ({ text, actor: call.actor.name }),
      measure: ({ file, note }) => ({ name: file.name, size: file.size, note }),
      template: () => new File(['<模板>'], '职权目录.csv', { type: 'text/csv' }),
      count: async function* ({ to }) {
        let sum = 0
        for (let done = 1; done <= to; done++) { sum += done; yield { done, total: to, stage: 'count' }; await setImmediate() }
        return { sum }
      },
      report: async function* ({ size }) {
        yield { done: 0, total: 1, stage: 'write' }
        await setImmediate()
        return new File([sampleBytes(size)], '年度报告.docx', { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' })
      },
      endless: async function* () {
        try {
          for (let done = 0; ; done++) { yield { done, total: 0, stage: 'endless' }; await setImmediate() }
        } finally { trace.endlessStopped.resolve() }
      },
      failLate: async function* ({ how }) {
        yield { done: 0, total: 1, stage: 'fail' }
        await setImmediate()
        if (how === 'refusal') throw new Refusal('year.frozen', { year: 2025, on: '2026-01-05' })
        if (how === 'fault') throw new TypeError('secret path /home/officer/register')
        return JSON.parse('{"sum":"not a number"}')
      },
      refuse: () => { throw new Refusal('power.code-taken', { code: 'XK-1' }, 'code') },
      stale: () => { throw new StaleRecord('1', { name: 'now' }) },
      fault: () => { throw new TypeError('secret path /home/officer/register') },
      wrongAnswer: () => JSON.parse('{"sum":"not a number"}'),
      wait: async (_input, call) => {
        trace.waiting.resolve()
        await new Promise<void>((resolve) => { call.signal.addEventListener('abort', () => resolve()) })
        trace.waitAborted.resolve()
        return {}
      },
    },
  })
}

export const sampleBytes = (size: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length: size }, (_, index) => (index * 31) % 256)

export interface SampleContext { context: CallContext; faults: { fault: unknown; where: string }[] }

/** The sample's procedures never touch core, so none is opened; only errors are told with the folder's name. */
export function sampleContext(): SampleContext {
  const faults: SampleContext['faults'] = []
  const folder = { root: '/nowhere', database: '', attachments: '', backups: '', logs: '' }
  const core = new Proxy({ folder } as CallContext['core'], {
    get: (known, name) => {
      if (name in known) return Reflect.get(known, name) as unknown
      throw new Error(`the sample has no core.${String(name)}`)
    },
  })
  const reportFault = (fault: unknown, where: string): string => { faults.push({ fault, where }); return `REF${faults.length}` }
  return { context: { core, identity: fixedIdentity(everyRole('tester')), reportFault }, faults }
}
