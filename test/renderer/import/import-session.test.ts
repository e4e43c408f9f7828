import { expect, test } from 'vitest'
import type { ImportBatch, ImportPlan } from '#shared/contract/exchange.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import { ImportSession, inOrder } from '#renderer/import/import-session.ts'

const none = { created: 0, updated: 0, unchanged: 0 }
const summary = { powers: { ...none, created: 1 }, riskPoints: none, controlMeasures: none, rejected: 0, flagged: 0 }
const forms: Readonly<Record<string, string>> = { '目录.xlsx': 'power-catalogue-a', '一览表.xlsx': 'risk-list-9' }

/** A stand-in for the contract's exchange area that remembers what it was asked. */
class Exchange {
  readonly asked: string[] = []
  broken = new Set<string>()
  #plans = 0

  readonly plan = async ({ file, locale, readAs = [] }: { file: File; locale?: string | undefined; readAs?: readonly { headerFirst: number }[] }): Promise<AsyncGenerator<Progress, ImportPlan, void>> => {
    this.asked.push(['plan', file.name, locale ?? '', ...readAs.map(({ headerFirst }) => headerFirst)].join(' '))
    return this.#planning(file)
  }

  async *#planning({ name }: File): AsyncGenerator<Progress, ImportPlan, void> {
    yield { done: 0, total: 1, stage: 'read-rows' }
    if (this.broken.has(name)) throw new Error('gone')
    return { planId: `plan-${++this.#plans}`, fileName: name, formCodes: [forms[name] ?? ''], sheets: [], summary, issues: [], issueTotal: 0, changes: [], changeTotal: 0 }
  }

  readonly apply = async ({ planId }: { planId: string }): Promise<AsyncGenerator<Progress, ImportBatch, void>> => {
    this.asked.push(`apply ${planId}`)
    return this.#applying()
  }

  async *#applying(): AsyncGenerator<Progress, ImportBatch, void> {
    yield { done: 0, total: 1, stage: 'write' }
    return { id: 'batch', number: 1, fileName: '', formCodes: [], summary, state: 'applied', importedBy: '', importedAt: '', undoneAt: null }
  }

  readonly discard = async ({ planId }: { planId: string }): Promise<{ discarded: boolean }> => {
    this.asked.push(`discard ${planId}`)
    return { discarded: true }
  }
}

function begun(): { exchange: Exchange; session: ImportSession; changes: { count: number; remembered: number } } {
  const exchange = new Exchange()
  const changes = { count: 0, remembered: 0 }
  const session = new ImportSession(exchange as unknown as ConstructorParameters<typeof ImportSession>[0], { changed: () => { changes.count++ }, remembered: () => { changes.remembered++ } })
  return { exchange, session, changes }
}

const fileOf = (name: string): File => new File(['x'], name)
const phases = (session: ImportSession): string[] => inOrder(session.snapshot().files).map(({ file, state }) => `${file.name} ${state.phase}`)

test('files stand in the order in which they build on each other, whichever was chosen first', async () => {
  const { session } = begun()
  session.add([fileOf('一览表.xlsx'), fileOf('目录.xlsx')])
  await session.settled
  expect(phases(session)).toEqual(['目录.xlsx ready', '一览表.xlsx ready'])
})

test('what is said of a header is sent along, remembered, and makes the files that wait be read anew, once', async () => {
  const { exchange, session, changes } = begun()
  session.add([fileOf('一.xlsx'), fileOf('二.xlsx')])
  await session.settled
  const [first] = session.snapshot().files
  const reading = { sheetIndex: 0, headerFirst: null, headerRow: null, formCode: null, by: null, layoutId: null, keepsAbove: false, sheet: '表', rows: 0, columns: [], fields: [], leftOut: [] }
  session.readAs(first?.id ?? '', { sheet: 0, form: 'risk-survey', headerFirst: 2, headerLast: 2, columns: [], ignored: [], keepsAbove: false, remember: true }, reading)
  await session.settled
  await session.settled
  expect(exchange.asked.filter((asked) => asked.startsWith('plan'))).toEqual(['plan 一.xlsx zh-CN', 'plan 二.xlsx zh-CN', 'plan 一.xlsx zh-CN 2', 'plan 二.xlsx zh-CN'])
  expect(changes).toEqual({ count: 0, remembered: 1 })
  session.readAsBefore(first?.id ?? '', { ...reading, headerFirst: 2 })
  await session.settled
  expect(exchange.asked.at(-1)).toBe('plan 一.xlsx zh-CN')
})

test('an import makes the files behind it be compared anew, and they keep their places meanwhile', async () => {
  const { exchange, session, changes } = begun()
  session.add([fileOf('一览表.xlsx'), fileOf('目录.xlsx')])
  await session.settled
  const [first] = inOrder(session.snapshot().files)
  exchange.asked.length = 0
  session.apply(first?.id ?? '')
  session.apply(first?.id ?? '')
  while (!exchange.asked.some((asked) => asked.startsWith('plan'))) await session.settled
  expect(phases(session)[0]).toBe('目录.xlsx done')
  await session.settled
  expect(phases(session)).toEqual(['目录.xlsx done', '一览表.xlsx ready'])
  // Once only, although it was asked for twice; the overtaken plan was let go.
  expect(exchange.asked).toEqual(['apply plan-2', 'discard plan-1', 'plan 一览表.xlsx zh-CN'])
  expect(changes.count).toBe(1)
})

test('a file that cannot be read holds up none of the others', async () => {
  const { exchange, session } = begun()
  exchange.broken.add('坏.xlsx')
  session.add([fileOf('坏.xlsx'), fileOf('目录.xlsx')])
  await session.settled
  expect(phases(session)).toEqual(['目录.xlsx ready', '坏.xlsx unreadable'])
})

test('a file that is stopped while it waits is not read; it can be read again', async () => {
  const { exchange, session } = begun()
  session.add([fileOf('一览表.xlsx'), fileOf('目录.xlsx')])
  const waiting = session.snapshot().files[1]?.id ?? ''
  session.stop(waiting)
  await session.settled
  expect(exchange.asked).toEqual(['plan 一览表.xlsx zh-CN'])
  session.replan(waiting)
  await session.settled
  expect(phases(session)).toEqual(['目录.xlsx ready', '一览表.xlsx ready'])
})

test('a file that is stopped while it is read ends as stopped', async () => {
  const { session } = begun()
  session.add([fileOf('目录.xlsx')])
  const [{ id } = { id: '' }] = session.snapshot().files
  const unsubscribe = session.subscribe(() => {
    const [file] = session.snapshot().files
    if (file?.state.phase === 'reading' && file.state.progress === undefined && !file.state.stopping) session.stop(id)
  })
  await session.settled
  unsubscribe()
  expect(phases(session)).toEqual(['目录.xlsx stopped'])
})

test('a decision about a column waits until the file is compared again', async () => {
  const { session } = begun()
  session.add([fileOf('目录.xlsx')])
  await session.settled
  const [{ id } = { id: '' }] = session.snapshot().files
  session.decide(id, '一', '怎么防', 'measures')
  expect(session.snapshot().files[0]).toMatchObject({ mappingPending: true, mapping: { 一: { 怎么防: 'measures' } } })
  session.replan(id)
  await session.settled
  expect(session.snapshot().files[0]).toMatchObject({ mappingPending: false, mapping: { 一: { 怎么防: 'measures' } }, state: { phase: 'ready' } })
})

test('in another language the open plans are made anew, because their labels speak a language', async () => {
  const { exchange, session } = begun()
  session.add([fileOf('目录.xlsx')])
  await session.settled
  session.speak('en')
  session.speak('en')
  await session.settled
  expect(exchange.asked).toEqual(['plan 目录.xlsx zh-CN', 'discard plan-1', 'plan 目录.xlsx en'])
})

test('a file taken off the list takes its plan with it and leaves the next one selected', async () => {
  const { exchange, session } = begun()
  session.add([fileOf('目录.xlsx'), fileOf('一览表.xlsx')])
  await session.settled
  const [first, second] = session.snapshot().files
  session.remove(first?.id ?? '')
  expect(exchange.asked).toContain('discard plan-1')
  expect(session.snapshot().selected).toBe(second?.id)
})
