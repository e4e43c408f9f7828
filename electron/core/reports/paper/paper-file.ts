import { setTimeout } from 'node:timers/promises'
import type { Progress } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Core } from '../../core.ts'
import { buildInThread, heartbeat } from '../build-in-thread.ts'
import { fixPdf } from './fixed-pdf.ts'
import type { Paper } from './paper.ts'

export type PaperFormat = 'docx' | 'xlsx' | 'pdf'

/** Rows beyond which a Word document helps nobody; a workbook takes them all. */
const mostRows = 5000

/** No file system takes these; a name of the organisation may hold them. */
const notInNames = /\s*[\p{Cc}<>:"/\\|?*]+\s*/gu

export const mimeTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const satisfies Record<PaperFormat, string>

/** `name` as a file may be called, with its ending. */
export function fileName(name: string, format: PaperFormat): string {
  return `${name.replaceAll(notInNames, ' ').trim().slice(0, 120)}.${format}`
}

/**
 * A paper as a file, written in a thread of its own and, as PDF, printed by whoever runs this program. Stopping to read
 * ends thread and printer. Equal papers give equal bytes.
 * @param options.name without its ending
 * @throws Refusal `report.too-many-rows` for a Word document or PDF nobody could use, and those of `Printer`
 */
export async function* paperFile({ printer }: Pick<Core, 'printer'>, paper: Paper, { format, name }: { format: PaperFormat; name: string }): AsyncGenerator<Progress, File, void> {
  if (format !== 'xlsx') refuseTooManyRows(paper)
  yield { done: 0, total: 1, stage: 'write-file' }
  const bytes = format === 'pdf' ? yield* printed(paper, printer) : yield* buildInThread({ paper, format })
  yield { done: 1, total: 1, stage: 'write-file' }
  return new File([bytes], fileName(name, format), { type: mimeTypes[format] })
}

/** A paper as the page it is printed from and shown as. @throws Refusal `report.too-many-rows` */
export async function* paperPage(paper: Paper): AsyncGenerator<Progress, string, void> {
  refuseTooManyRows(paper)
  return new TextDecoder().decode(yield* buildInThread({ paper, format: 'html' }))
}

/** Counted in the longest table: the annexes of one report repeat each other. */
function refuseTooManyRows({ sections }: Paper): void {
  const rows = sections.flatMap(({ blocks }) => blocks.map((block) => (block.kind === 'table' ? block.table.rows.length : 0)))
  const longest = Math.max(0, ...rows)
  if (longest > mostRows) throw new Refusal('report.too-many-rows', { rows: longest, limit: mostRows })
}

async function* printed(paper: Paper, printer: Core['printer']): AsyncGenerator<Progress, Uint8Array<ArrayBuffer>, void> {
  if (printer === undefined) throw new Refusal('report.no-printer')
  const html = yield* paperPage(paper)
  const stop = new AbortController()
  const printing = printer(html, { signal: stop.signal })
  let printedBytes: Uint8Array | undefined
  try {
    while (printedBytes === undefined) {
      yield { done: 0, total: 1, stage: 'print' }
      printedBytes = await Promise.race([printing, setTimeout(heartbeat, undefined, { ref: false })])
    }
  } finally {
    // Where nobody reads any more: the printer ends what it started before this is done.
    stop.abort()
    await Promise.allSettled([printing])
  }
  return new Uint8Array(fixPdf(printedBytes, paper))
}
