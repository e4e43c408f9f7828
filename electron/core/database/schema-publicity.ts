import type { Generated } from 'kysely'
import type { FilingState, ObjectionWay, PublicityState } from '#shared/model/publicity.ts'

export interface PublicityListTable {
  number: Generated<number>
  id: string
  title: string
  /** JSON: departmentIds, gradeCodes, powerIds by which entries were taken in. */
  scope: string
  place: Generated<string>
  starts_on: string
  ends_on: string
  state: Generated<PublicityState>
  drawn_up_by: string
  posted_by: string | null
  posted_at: string | null
  closed_by: string | null
  closed_at: string | null
  revision: Generated<number>
  created_at: string
  updated_at: string
}

export interface ListedEntryTable {
  /** A publicity list or a filing sheet. */
  list_id: string
  position: number
  step: 'publicity' | 'filing'
  risk_point_id: string
  outcome: 'published' | 'filed' | 'returned' | 'left-out' | null
}

export interface PublicityObjectionTable {
  number: Generated<number>
  id: string
  list_id: string
  risk_point_id: string | null
  raised_by: Generated<string>
  way: ObjectionWay
  text: string
  received_on: string
  recorded_by: string
  recorded_at: string
}

export interface PublicityAnswerTable {
  number: Generated<number>
  id: string
  objection_id: string
  upheld: 0 | 1
  text: string
  answered_by: string
  answered_at: string
  answered_on: string
}

export interface FilingSheetTable {
  number: Generated<number>
  id: string
  title: string
  document_number: Generated<string>
  recipient: string
  dated_on: string
  state: Generated<FilingState>
  receipt_number: Generated<string>
  received_on: string | null
  drawn_up_by: string
  filed_by: string | null
  filed_at: string | null
  revision: Generated<number>
  created_at: string
  updated_at: string
}

export interface ChangeSheetTable {
  number: Generated<number>
  id: string
  month: string
  changes: number
  /** JSON: the rows as they were reported. */
  content: string
  made_by: string
  made_at: string
  made_on: string
}

/** Tables of migration part `publicity`. */
export interface PublicitySchema {
  publicity_list: PublicityListTable
  listed_entry: ListedEntryTable
  publicity_objection: PublicityObjectionTable
  publicity_answer: PublicityAnswerTable
  filing_sheet: FilingSheetTable
  change_sheet: ChangeSheetTable
}
