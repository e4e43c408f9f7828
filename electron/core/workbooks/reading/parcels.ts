import type { RefusalParams } from '#shared/model/refusal.ts'
import type { Merge, ReadProgress } from '../workbook.ts'

/** What the reading thread is given. */
export interface ReadTask {
  bytes: Uint8Array
  fileName: string
}

/** What the reading thread sends back; a sheet is followed by its rows in parcels, `done` comes last. */
export type Parcel =
  | { kind: 'progress'; progress: ReadProgress }
  | { kind: 'start'; rowCount: number }
  | { kind: 'sheet'; name: string; hidden: boolean; merges: Merge[] }
  | { kind: 'rows'; rows: string[][] }
  | { kind: 'done' }
  | { kind: 'unreadable'; code: string; params: RefusalParams }
