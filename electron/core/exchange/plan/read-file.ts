import type { Progress } from '#shared/contract/procedure.ts'
import { reporting } from '../../long-work.ts'
import { readWorkbook } from '../../workbooks/read-workbook.ts'
import type { Workbook } from '../../workbooks/workbook.ts'

/** Reads a file in its own thread, telling how far it has come; when nobody listens any more the thread is stopped. */
export async function* readingFile(bytes: Uint8Array, fileName: string): AsyncGenerator<Progress, Workbook, void> {
  const stop = new AbortController()
  return yield* reporting((report) => {
    const tell = (progress: Progress): void => { report(progress).catch(() => stop.abort()) }
    return readWorkbook(bytes, fileName, { signal: stop.signal, onProgress: ({ done, total, what }) => tell({ done, total, stage: what === 'sheet' ? 'read-sheets' : 'read-rows' }) })
  })
}
