/** How the rows of an append-only table are known and in which order they came. */
export interface SealedTable {
  /** The column by which an entry names the row. */
  readonly key: string
  /** The column in whose order the rows were written, as far as that is known; only speed depends on it. */
  readonly order: string
  /** The columns that are sealed, where others say what became of the row; all of them where nothing is said. */
  readonly columns?: readonly string[]
}

/**
 * Tables whose rows never change and are each bound to one entry of the log. What is named here is demanded by
 * `verify`: a row without its seal is reported.
 */
export const sealedTables = {
  adjustment: { key: 'id', order: 'number' },
  archive: { key: 'id', order: 'number' },
  assessment_answer: { key: 'id', order: 'number' },
  assessment_objection: { key: 'id', order: 'number' },
  assessment_result: { key: 'id', order: 'number' },
  assessment_score: { key: 'id', order: 'number' },
  assessment_template_version: { key: 'id', order: 'number' },
  assessment_veto: { key: 'id', order: 'number' },
  campaign_indicator: { key: 'id', order: 'number' },
  change_sheet: { key: 'id', order: 'number' },
  execution_withdrawal: { key: 'id', order: 'number' },
  grading: { key: 'id', order: 'number' },
  grading_method_version: { key: 'id', order: 'id' },
  measure_check: { key: 'id', order: 'number' },
  measure_execution: { key: 'id', order: 'number' },
  method_in_force: { key: 'number', order: 'number' },
  publicity_answer: { key: 'id', order: 'number' },
  publicity_objection: { key: 'id', order: 'number' },
  rectification_step: { key: 'id', order: 'number' },
  report_export: { key: 'id', order: 'number' },
  report_number: { key: 'id', order: 'number' },
  review_comment: { key: 'id', order: 'number' },
  review_decision: { key: 'id', order: 'number' },
  review_ladder: { key: 'id', order: 'number' },
  review_snapshot: { key: 'hash', order: 'hash' },
  risk_figure: { key: 'id', order: 'number' },
  supervision_event: {
    key: 'id', order: 'number',
    columns: ['number', 'id', 'batch_id', 'event_key', 'event_no', 'happened_at', 'power_code', 'power_name', 'step', 'case_no', 'department', 'kind', 'level', 'text'],
  },
  warning_step: { key: 'id', order: 'number' },
} as const satisfies Record<string, SealedTable>

export type SealedTableName = keyof typeof sealedTables

/** What is read of a row to hash it. */
export const sealedColumnsOf = ({ columns }: SealedTable): string => columns?.join(', ') ?? '*'

/** A row that an entry seals; it must have been written before the entry. */
export interface RowToSeal {
  readonly table: SealedTableName
  /** The value of the table's key column. */
  readonly key: string | number
}

/** How a seal is stored within its entry. */
export type Seal = readonly [table: string, key: string | number, hash: string]
