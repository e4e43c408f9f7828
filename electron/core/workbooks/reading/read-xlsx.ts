import { readXlsx as readPackage, type Sheet as LibrarySheet } from 'hucre/xlsx'
import { UnreadableWorkbook } from '../unreadable-workbook.ts'
import type { ReadProgress, Sheet } from '../workbook.ts'
import { admitPackage, type AdmittedPackage } from './admit-package.ts'
import { cellText } from './cell-text.ts'
import { fillMerges } from './fill-merges.ts'

function asSheet(source: LibrarySheet): Sheet {
  const rows = source.rows.map((values, row) =>
    values.map((value, column) => cellText(value, source.cells?.get(`${row},${column}`))),
  )
  const merges = (source.merges ?? []).map((one) => ({
    top: one.startRow,
    left: one.startCol,
    bottom: one.endRow,
    right: one.endCol,
  }))
  const hidden = source.hidden === true || source.veryHidden === true
  return { name: source.name, hidden, rows, merges: fillMerges(rows, merges) }
}

async function parse({ bytes, worksheets }: AdmittedPackage): Promise<LibrarySheet[]> {
  const wanted = new Set(worksheets)
  try {
    const { sheets } = await readPackage(bytes, { sheets: (_, place) => wanted.has(place) })
    return sheets
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadableWorkbook('file.too-complex', {}, { cause: error })
    // Whatever the library stumbles over in a package that passed all checks is wrong in the file's content.
    throw new UnreadableWorkbook('file.not-a-workbook', {}, { cause: error })
  }
}

/**
 * The sheets of an .xlsx or .xlsm file; macros, charts and pictures are not looked at.
 *
 * @throws UnreadableWorkbook
 */
export async function readXlsx(bytes: Uint8Array, onProgress: (progress: ReadProgress) => void): Promise<Sheet[]> {
  const admitted = admitPackage(bytes, onProgress)
  if (admitted.worksheets.length === 0) throw new UnreadableWorkbook('file.not-a-workbook')
  return (await parse(admitted)).map(asSheet)
}
