import { readWorkbook } from '#core/workbooks/read-workbook.ts'
import { UnreadableWorkbook } from '#core/workbooks/unreadable-workbook.ts'
import { tableFile } from '#test/core/workbooks/xlsx-file.ts'

/** The code with which a file is refused, or 'read' where it is not. Any other failure fails the test. */
export async function refusalOf(bytes: Uint8Array, name = 'a.xlsx'): Promise<string> {
  try {
    await readWorkbook(bytes, name)
    return 'read'
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return error.code
    throw error
  }
}

/** That the program still reads ordinary files, after whatever was done to it. */
export async function stillReads(): Promise<boolean> {
  const { sheets } = await readWorkbook(tableFile([['甲']]), 'ordinary.xlsx')
  return sheets[0]?.rows[0]?.[0] === '甲'
}
