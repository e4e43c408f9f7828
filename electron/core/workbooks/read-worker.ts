import { parentPort, workerData } from 'node:worker_threads'
import { ROWS_PER_PARCEL } from './limits.ts'
import { detectFormat } from './reading/detect-format.ts'
import type { Parcel, ReadTask } from './reading/parcels.ts'
import { readCsv } from './reading/read-csv.ts'
import { readXlsx } from './reading/read-xlsx.ts'
import { UnreadableWorkbook } from './unreadable-workbook.ts'
import type { ReadProgress, Sheet } from './workbook.ts'

// A thread of its own: a file that exhausts memory or breaks the parser takes down nothing else.

function send(parcel: Parcel): void {
  parentPort?.postMessage(parcel, [])
}

function sendSheet({ name, hidden, merges, rows }: Sheet): void {
  send({ kind: 'sheet', name, hidden, merges })
  for (let start = 0; start < rows.length; start += ROWS_PER_PARCEL) {
    send({ kind: 'rows', rows: rows.slice(start, start + ROWS_PER_PARCEL) })
  }
}

async function sheetsOf({ bytes, fileName }: ReadTask): Promise<Sheet[]> {
  if (detectFormat(bytes) === 'text') return readCsv(bytes, fileName)
  return readXlsx(bytes, (progress: ReadProgress) => send({ kind: 'progress', progress }))
}

async function run(task: ReadTask): Promise<void> {
  try {
    const sheets = await sheetsOf(task)
    send({ kind: 'start', rowCount: sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0) })
    for (const sheet of sheets) sendSheet(sheet)
    send({ kind: 'done' })
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error
    send({ kind: 'unreadable', code: error.code, params: error.params })
  }
}

const task: ReadTask = workerData
await run(task)
