import type { Worker } from 'node:worker_threads'
import { startThread } from '../start-thread.ts'
import { MAX_FILE_BYTES, READER_HEAP_MB, READER_STACK_MB } from './limits.ts'
import type { Parcel, ReadTask } from './reading/parcels.ts'
import { isUnreadableCode, UnreadableWorkbook } from './unreadable-workbook.ts'
import type { ReadOptions, Sheet, Workbook } from './workbook.ts'

function startWorker(bytes: Uint8Array, fileName: string): Worker {
  const copy = new Uint8Array(bytes)
  const task: ReadTask = { bytes: copy, fileName }
  return startThread(import.meta.url, 'read-worker', {
    workerData: task,
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: READER_HEAP_MB, stackSizeMb: READER_STACK_MB },
    env: {},
  })
}

/** Puts the parcels of the reading thread together again. */
class Assembly {
  readonly sheets: Sheet[] = []
  readonly #onProgress: NonNullable<ReadOptions['onProgress']>
  #rowCount = 0
  #rowsDone = 0

  constructor(onProgress: ReadOptions['onProgress']) {
    this.#onProgress = onProgress ?? (() => undefined)
  }

  /** @returns the finished workbook, or undefined while more is to come */
  take(parcel: Parcel): Workbook | undefined {
    if (parcel.kind === 'unreadable') throw unreadable(parcel)
    if (parcel.kind === 'progress') this.#onProgress(parcel.progress)
    else if (parcel.kind === 'start') this.#rowCount = parcel.rowCount
    else if (parcel.kind === 'sheet') this.sheets.push({ name: parcel.name, hidden: parcel.hidden, merges: parcel.merges, rows: [] })
    else if (parcel.kind === 'rows') this.#takeRows(parcel.rows)
    else return { sheets: this.sheets }
    return undefined
  }

  #takeRows(rows: string[][]): void {
    const sheet = this.sheets.at(-1)
    if (sheet === undefined) throw new Error('rows arrived before their sheet')
    for (const row of rows) sheet.rows.push(row)
    this.#rowsDone += rows.length
    this.#onProgress({ what: 'row', done: this.#rowsDone, total: this.#rowCount, sheet: sheet.name })
  }
}

function unreadable({ code, params }: Extract<Parcel, { kind: 'unreadable' }>): Error {
  return isUnreadableCode(code) ? new UnreadableWorkbook(code, params) : new Error(`unknown code from the reading thread: ${code}`)
}

function threadFailure(error: unknown): unknown {
  const exhausted = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return exhausted ? new UnreadableWorkbook('file.too-complex', {}, { cause: error }) : error
}

function receive(worker: Worker, { signal, onProgress }: ReadOptions): Promise<Workbook> {
  const assembly = new Assembly(onProgress)
  return new Promise((resolve, reject) => {
    const cancel = (): void => reject(new UnreadableWorkbook('file.cancelled'))
    signal?.addEventListener('abort', cancel, { once: true })
    worker.on('message', (parcel: Parcel) => {
      try {
        const workbook = assembly.take(parcel)
        if (workbook !== undefined) resolve(workbook)
      } catch (error) {
        reject(error)
      }
    })
    worker.on('error', (error) => reject(threadFailure(error)))
    worker.on('exit', () => {
      signal?.removeEventListener('abort', cancel)
      // Of no effect after the last parcel; before it the thread died without a word.
      reject(new UnreadableWorkbook('file.too-complex'))
    })
  })
}

/**
 * Reads an Excel workbook (.xlsx, .xlsm) or a text table (.csv in UTF-8, UTF-16 or GB18030) into plain text.
 *
 * The file's content decides what it is; its name only names the sheet of a text table. Reading runs in a thread of its
 * own with a memory ceiling, so no file can stop the program. Nothing of the file is executed or fetched.
 *
 * @param bytes the whole file; they are copied, not taken
 * @throws UnreadableWorkbook with a code that says what is wrong; `file.cancelled` after the signal
 */
export async function readWorkbook(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Promise<Workbook> {
  if (options.signal?.aborted) throw new UnreadableWorkbook('file.cancelled')
  if (bytes.byteLength === 0) throw new UnreadableWorkbook('file.empty')
  if (bytes.byteLength > MAX_FILE_BYTES) throw new UnreadableWorkbook('file.too-large', { limitMb: MAX_FILE_BYTES / 1024 / 1024 })
  const worker = startWorker(bytes, fileName)
  try {
    return await receive(worker, options)
  } finally {
    await worker.terminate()
  }
}
