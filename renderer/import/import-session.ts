import type { ImportBatch, ImportPlan, ReadAs, SheetReading } from '#shared/contract/exchange.ts'
import type { ContractClient } from '#shared/contract/index.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import { failureOf } from '#renderer/app/failure.ts'
import type { Failure } from '#renderer/app/failure.ts'
import { readLongWork } from '#renderer/components/read-long-work.ts'
import { formRank } from './form-order.ts'
import { withDecision } from './mapping.ts'
import type { Mapping } from './mapping.ts'
import { withMeaning, withOrder, withoutOrder } from './read-as/orders.ts'

export type FileState =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'reading'; readonly progress: Progress | undefined; readonly stopping: boolean }
  | { readonly phase: 'stopped' }
  | { readonly phase: 'unreadable'; readonly failure: Failure }
  /** Read: `failure` is what was said when carrying out the plan was tried. */
  | { readonly phase: 'ready'; readonly plan: ImportPlan; readonly failure?: Failure }
  | { readonly phase: 'applying'; readonly plan: ImportPlan; readonly progress: Progress | undefined; readonly stopping: boolean }
  | { readonly phase: 'done'; readonly plan: ImportPlan; readonly batch: ImportBatch }

export interface ImportFile {
  readonly id: string
  readonly file: File
  /** What was decided about columns here, whether or not the plan knows of it yet. */
  readonly mapping: Mapping
  /** Headers that were said here to be read as a form. */
  readonly readAs: readonly ReadAs[]
  /** The plan was made before the last decision about a column or a header. */
  readonly mappingPending: boolean
  /** What was found in it when it was last read; it keeps its place in the list while it is read again. */
  readonly formCodes: readonly string[]
  readonly state: FileState
}

export interface SessionState { readonly files: readonly ImportFile[]; readonly selected: string | undefined }

type Exchange = Pick<ContractClient['exchange'], 'plan' | 'apply' | 'discard'>

/** `changed` is called when an import has changed the register, `remembered` when how a file is read was kept. */
interface Effects { readonly changed: () => void; readonly remembered: () => void }

/**
 * The files that are being imported in this window. It lives beside the screen, so that looking something up on
 * another one neither stops the reading nor loses a decision. One piece of work at a time: files are read one after
 * the other, and what one import changes is taken into account by re-reading the files that wait behind it.
 */
export class ImportSession {
  readonly #exchange: Exchange
  readonly #changed: () => void
  readonly #remembered: () => void
  readonly #listeners = new Set<() => void>()
  readonly #aborts = new Map<string, AbortController>()
  #state: SessionState = { files: [], selected: undefined }
  #work: Promise<unknown> = Promise.resolve()
  #locale: 'zh-CN' | 'en' = 'zh-CN'

  constructor(exchange: Exchange, { changed, remembered }: Effects) {
    this.#exchange = exchange
    this.#changed = changed
    this.#remembered = remembered
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly snapshot = (): SessionState => this.#state

  /** Resolves when nothing is left to do. */
  get settled(): Promise<unknown> { return this.#work }

  /** Plans speak the language in which they were made: in another one the open ones are made anew. */
  speak(locale: 'zh-CN' | 'en'): void {
    if (locale === this.#locale) return
    this.#locale = locale
    this.#replanReady()
  }

  add(files: readonly File[]): void {
    const added = files.map((file): ImportFile => ({ id: crypto.randomUUID(), file, mapping: {}, readAs: [], mappingPending: false, formCodes: [], state: { phase: 'waiting' } }))
    const shown = this.#file(this.#state.selected ?? '')
    // A plan somebody is looking at stays in sight; one that is dealt with gives way.
    const stays = shown !== undefined && shown.state.phase !== 'done' && shown.state.phase !== 'unreadable'
    this.#set({ files: [...this.#state.files, ...added], selected: stays ? shown.id : added[0]?.id ?? shown?.id })
    for (const { id } of added) this.#queuePlan(id)
  }

  select(id: string): void { this.#set({ ...this.#state, selected: id }) }

  /** Takes a file off the list; the file itself and what was imported from it stay. */
  remove(id: string): void {
    this.#aborts.get(id)?.abort()
    this.#discard(this.#file(id))
    const files = this.#state.files.filter((file) => file.id !== id)
    this.#set({ files, selected: this.#state.selected === id ? inOrder(files)[0]?.id : this.#state.selected })
  }

  stop(id: string): void {
    const file = this.#file(id)
    if (file === undefined) return
    if (file.state.phase === 'waiting') { this.#put(id, { phase: 'stopped' }); return }
    if (file.state.phase === 'reading' || file.state.phase === 'applying') this.#put(id, { ...file.state, stopping: true })
    this.#aborts.get(id)?.abort()
  }

  /** Decides about a column; the plan is made anew when `replan` is called. */
  decide(id: string, sheet: string, header: string, field: string): void {
    this.#change(id, (file) => ({ ...file, mapping: withDecision(file.mapping, sheet, header, field), mappingPending: true }))
  }

  /** Decides about a column of a table that is read by hand. */
  decideMeaning(id: string, reading: SheetReading, index: number, meaning: string): void {
    this.#change(id, (file) => ({ ...file, readAs: withMeaning(file.readAs, reading, { index, meaning }), mappingPending: true }))
  }

  /** Reads a header as somebody says, in place of the table that was read instead of it, and makes the plan anew. */
  readAs(id: string, order: ReadAs, instead: SheetReading): void {
    this.#change(id, (file) => ({ ...file, readAs: withOrder(file.readAs, order, instead), mappingPending: true }))
    this.replan(id)
  }

  /** Reads a table as the program itself knows it, and makes the plan anew. */
  readAsBefore(id: string, reading: SheetReading): void {
    this.#change(id, (file) => ({ ...file, readAs: withoutOrder(file.readAs, reading) }))
    this.replan(id)
  }

  /** What is remembered has changed: whatever waits may be read otherwise now. */
  recall(): void { this.#replanReady() }

  replan(id: string): void {
    this.#discard(this.#file(id))
    this.#put(id, { phase: 'waiting' })
    this.#queuePlan(id)
  }

  apply(id: string): void {
    this.#enqueue(async () => {
      const state = this.#file(id)?.state
      if (state?.phase !== 'ready') return
      const { plan } = state
      const outcome = await this.#run(id, { phase: 'applying', plan, progress: undefined, stopping: false }, (signal) => this.#exchange.apply({ planId: plan.planId }, { signal }))
      if (outcome.kind === 'done') {
        this.#put(id, { phase: 'done', plan, batch: outcome.value })
        this.#changed()
        this.#replanReady()
      } else this.#put(id, outcome.kind === 'failed' ? { phase: 'ready', plan, failure: outcome.failure } : { phase: 'ready', plan })
    })
  }

  /** An import was taken back: its file can be imported again, and what waits was compared with another register. */
  undone(batch: ImportBatch): void {
    for (const file of this.#state.files) if (file.state.phase === 'done' && file.state.batch.id === batch.id) this.#put(file.id, { ...file.state, batch })
    this.#replanReady()
  }

  #replanReady(except = ''): void {
    for (const { id, state } of inOrder(this.#state.files)) if (state.phase === 'ready' && id !== except) this.replan(id)
  }

  #queuePlan(id: string): void {
    this.#enqueue(async () => {
      const file = this.#file(id)
      if (file?.state.phase !== 'waiting') return
      // What was decided is remembered, and may let the files that wait be read better.
      const teaches = file.mappingPending
      this.#change(id, (now) => ({ ...now, mappingPending: false }))
      const outcome = await this.#run(id, { phase: 'reading', progress: undefined, stopping: false }, (signal) => this.#exchange.plan({ file: file.file, mapping: file.mapping, readAs: [...file.readAs], locale: this.#locale }, { signal }))
      if (outcome.kind === 'done') {
        this.#change(id, (now) => ({ ...now, formCodes: outcome.value.formCodes, state: { phase: 'ready', plan: outcome.value } }))
        if (teaches) {
          this.#remembered()
          this.#replanReady(id)
        }
      } else this.#put(id, outcome.kind === 'failed' ? { phase: 'unreadable', failure: outcome.failure } : { phase: 'stopped' })
    })
  }

  async #run<T>(id: string, state: FileState, start: (signal: AbortSignal) => Promise<AsyncIterator<Progress, T, void>>): Promise<Outcome<T>> {
    const abort = new AbortController()
    this.#aborts.set(id, abort)
    this.#put(id, state)
    try {
      const read = await readLongWork(await start(abort.signal), abort.signal, (progress) => this.#change(id, (file) => withProgress(file, progress)))
      return read.stopped ? { kind: 'stopped' } : { kind: 'done', value: read.value }
    } catch (error) {
      return abort.signal.aborted ? { kind: 'stopped' } : { kind: 'failed', failure: failureOf(error) }
    } finally {
      this.#aborts.delete(id)
    }
  }

  #enqueue(work: () => Promise<void>): void { this.#work = this.#work.then(work) }

  /** A plan that is no longer wanted only takes room in core; nothing depends on letting it go. */
  #discard(file: ImportFile | undefined): void {
    if (file?.state.phase !== 'ready') return
    this.#exchange.discard({ planId: file.state.plan.planId }).catch((error: unknown) => console.warn('plan was not let go', error))
  }

  #file(id: string): ImportFile | undefined { return this.#state.files.find((file) => file.id === id) }

  #put(id: string, state: FileState): void { this.#change(id, (file) => ({ ...file, state })) }

  #change(id: string, change: (file: ImportFile) => ImportFile): void {
    this.#set({ ...this.#state, files: this.#state.files.map((file) => (file.id === id ? change(file) : file)) })
  }

  #set(state: SessionState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

type Outcome<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'stopped' } | { readonly kind: 'failed'; readonly failure: Failure }

function withProgress(file: ImportFile, progress: Progress): ImportFile {
  const { state } = file
  return state.phase === 'reading' || state.phase === 'applying' ? { ...file, state: { ...state, progress } } : file
}

/** In the order in which the files are best imported: powers before what stands on them; otherwise as they were chosen. */
export const inOrder = (files: readonly ImportFile[]): ImportFile[] => files.toSorted((a, b) => formRank(a.formCodes) - formRank(b.formCodes))
