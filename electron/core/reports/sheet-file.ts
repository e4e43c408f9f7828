import type { Progress } from '#shared/contract/procedure.ts'
import type { Core } from '../core.ts'
import { paperFile } from './paper/paper-file.ts'
import type { PaperFormat } from './paper/paper-file.ts'
import type { SheetDocument } from './sheet-document.ts'
import { paperOf } from './sheet-paper.ts'

/** A form of the office as a file. @throws Refusal as `paperFile` */
export async function* sheetFile(core: Pick<Core, 'printer'>, sheet: SheetDocument, wanted: { format: PaperFormat; name: string }): AsyncGenerator<Progress, File, void> {
  return yield* paperFile(core, paperOf(sheet), wanted)
}
