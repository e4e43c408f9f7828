import type { Database as Connection } from 'better-sqlite3'
import { measureKind } from '../measures/measure-kind.ts'
import { departmentKind } from '../organisation/department-kind.ts'
import { postKind } from '../organisation/post-kind.ts'
import { powerKind } from '../powers/power-kind.ts'
import type { RecordKind } from '../records/record-kind.ts'
import { riskKind } from '../risks/risk-kind.ts'

/** A register whose records have to stand as the log tells they were last changed to. */
export interface LoggedKind {
  readonly table: string
  /** Under which words the log tells of its records. */
  readonly entities: readonly string[]
  /** Field of the log → column. */
  readonly columns: Readonly<Record<string, string>>
  /** Field → column that holds its folded text. */
  readonly keys: Readonly<Record<string, string>>
  /** Field → a whole list of other tables in its order, as texts. */
  readonly lists?: Readonly<Record<string, { readonly table: string; readonly column: string; readonly items: string }>>
  /** Whether the program takes records out again, and not only out of force. */
  readonly mayGo?: true
}

/** Departments are put in order all at once, which is on record under their organisation. */
const passedOver: ReadonlySet<string> = new Set(['position'])

const ofRecords = ({ table, entity, columns, keys }: RecordKind): LoggedKind => ({
  table, entities: [entity], keys, columns: { ...Object.fromEntries(Object.entries(columns).filter(([field]) => !passedOver.has(field))), state: 'state' },
})

/** Every register that is compared. What an entry tells besides these fields is told of something else. */
export const loggedKinds: readonly LoggedKind[] = [
  { table: 'organisation', entities: ['organisation'], keys: {}, columns: { name: 'name', creditCode: 'credit_code', regionCode: 'region_code', level: 'level', parentName: 'parent_name', scaleCode: 'scale_code' } },
  ofRecords(departmentKind),
  ofRecords(postKind),
  {
    ...ofRecords(powerKind),
    lists: {
      legalBases: { table: 'legal_basis', column: 'text', items: 'SELECT text FROM legal_basis WHERE power_id = ? ORDER BY position' },
      steps: { table: 'process_step', column: 'name', items: "SELECT id || ' ' || name FROM process_step WHERE power_id = ? ORDER BY position" },
    },
  },
  // A grading is on record under its point's id and may change who answers for the point and what is to be confirmed.
  { ...ofRecords(riskKind), entities: [riskKind.entity, 'grading'] },
  ofRecords(measureKind),
  { table: 'person', entities: ['person'], keys: { name: 'name_key' }, columns: { name: 'name', state: 'state' } },
  // Who has not begun when he leaves does not begin: his time in the post is taken out.
  { table: 'post_holding', entities: ['post-holding'], keys: {}, columns: { postId: 'post_id', personId: 'person_id', since: 'since', until: 'until' }, mayGo: true },
  { table: 'attachment', entities: ['attachment'], keys: {}, columns: { entityId: 'entity_id', entity: 'entity', fileName: 'file_name', size: 'size', secrecy: 'secrecy', state: 'state' } },
  { table: 'publicity_list', entities: ['publicity'], keys: {}, columns: { title: 'title', place: 'place', startsOn: 'starts_on', endsOn: 'ends_on', publicityState: 'state' } },
  {
    table: 'filing_sheet', entities: ['filing'], keys: {},
    columns: { title: 'title', documentNumber: 'document_number', recipient: 'recipient', datedOn: 'dated_on', receivedOn: 'received_on', receiptNumber: 'receipt_number', filingState: 'state' },
  },
  // Where warnings, problems and campaigns have come to is held against their steps.
  { table: 'warning', entities: ['warning'], keys: {}, columns: { rule: 'rule_code', source: 'source_code', object: 'object', departmentId: 'department_id' } },
  { table: 'rectification', entities: ['rectification'], keys: {}, columns: { problem: 'problem', rectificationSource: 'source', foundOn: 'found_on' } },
  {
    table: 'assessment_campaign', entities: ['assessment'], keys: {},
    columns: { title: 'title', year: 'year', campaignState: 'state', selfDueOn: 'self_due_on', officeDueOn: 'office_due_on', leadDueOn: 'lead_due_on', objectUntil: 'object_until' },
  },
  // What an event says is sealed.
  { table: 'supervision_event', entities: ['supervision-event'], keys: {}, columns: { reason: 'settled_reason' } },
]

/** What a list of the log comes to in the words of `items`. */
export const itemsOf = (list: unknown): string[] =>
  (Array.isArray(list) ? list : []).map((item: unknown) => (typeof item === 'object' && item !== null && 'id' in item && 'name' in item ? `${String(item.id)} ${String(item.name)}` : String(item)).toWellFormed())

/** What columns of a table hold that no entry ever spoke of. */
export function unsaidIn(connection: Connection, { table }: LoggedKind): Record<string, unknown> {
  const defaults = connection.prepare<[string], { name: string; given: string | null }>('SELECT name, dflt_value AS given FROM pragma_table_info(?)').all(table)
  return Object.fromEntries(defaults.map(({ name, given }) => [name, given === null ? null : connection.prepare(`SELECT ${given}`).pluck().get()]))
}
