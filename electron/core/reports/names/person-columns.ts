import type { ReadableDatabase } from '../../database/database.ts'

/**
 * Columns that hold nothing but the name of who did something. Whoever did it in this program stands in the log as well;
 * a frozen year has these columns without the log.
 */
const actors = {
  person: ['name'], grading: ['graded_by', 'approver'], grading_method_version: ['created_by'], method_in_force: ['set_by'], import_batch: ['imported_by'], archive: ['frozen_by'], role_grant: ['granted_by', 'ended_by'],
  attachment: ['added_by'], review_ladder: ['created_by'], review_decision: ['person'], review_comment: ['person'], re_examination: ['opened_by', 'settled_by'], review_sample: ['drawn_by'],
  publicity_list: ['drawn_up_by', 'posted_by', 'closed_by'], publicity_objection: ['recorded_by'], publicity_answer: ['answered_by'], filing_sheet: ['drawn_up_by', 'filed_by'], change_sheet: ['made_by'],
  adjustment: ['recorded_by'], adjustment_task: ['settled_by'], working_year: ['started_by'], measure_execution: ['recorded_by'], execution_withdrawal: ['withdrawn_by'], measure_check: ['checked_by'], risk_figure: ['set_by'],
  warning_run: ['started_by'], warning: ['found_by'], warning_step: ['person'], supervision_batch: ['imported_by'], supervision_event: ['settled_by'],
  rectification: ['recorded_by', 'rectified_by', 'closed_by'], rectification_step: ['person'],
  assessment_template_version: ['created_by'], assessment_campaign: ['opened_by', 'published_by', 'closed_by'], assessment_score: ['person'], assessment_veto: ['person'], assessment_objection: ['raised_by'], assessment_answer: ['answered_by'],
  report_export: ['exported_by'], report_form: ['added_by'], package_item: ['changed_by'], sheet_layout: ['remembered_by'],
} as const

/** Columns in which somebody entered, or a workbook brought, who answers for something or whom it concerns: a name, a post, or both. */
const entered = {
  risk_point: ['direct_owner', 'department_head', 'responsible_leader'], control_measure: ['owner'], rectification: ['owner'], publicity_objection: ['raised_by'], warning: ['object'],
} as const

export const personColumns = { actors, entered } as const

/** Every different text of the columns, and of the log whoever acted in it and what accounts were called before. */
export async function textsOfPeople(db: ReadableDatabase): Promise<{ actors: string[]; entered: string[] }> {
  return { actors: [...await textsIn(db, actors), ...await actorsOfLog(db), ...await formerNames(db)], entered: await textsIn(db, entered) }
}

async function textsIn(db: ReadableDatabase, columns: Readonly<Record<string, readonly string[]>>): Promise<string[]> {
  const texts: string[] = []
  for (const [table, names] of Object.entries(columns)) {
    for (const name of names) {
      const rows = await db.selectFrom(table as 'person').select(`${name} as text` as 'name as text').distinct().where(name as 'name', 'is not', null).execute()
      texts.push(...rows.map(({ text }) => text))
    }
  }
  return texts
}

/** From name to name along the index of actors, however many entries each of them has. */
async function actorsOfLog(db: ReadableDatabase): Promise<string[]> {
  const names: string[] = []
  for (let last = ''; ;) {
    const next = await db.selectFrom('audit_entry').select(['actor', 'actor_kind']).where('actor', '>', last).orderBy('actor').limit(1).executeTakeFirst()
    if (next === undefined) return names
    if (next.actor_kind === 'person') names.push(next.actor)
    last = next.actor
  }
}

/** Names that accounts had before they were given others. */
async function formerNames(db: ReadableDatabase): Promise<string[]> {
  const rows = await db.selectFrom('audit_entry').select('before').where('entity', '=', 'person').where('before', 'like', '%"name"%').execute()
  return rows.flatMap(({ before }) => {
    const { name } = JSON.parse(before ?? '{}') as { name?: unknown }
    return typeof name === 'string' ? [name] : []
  })
}
