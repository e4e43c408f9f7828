import { expect, test } from 'vitest'
import { archivedTables } from '#core/archive/register-tables.ts'
import { withGradedRegister } from '#test/core/helpers/graded-register.ts'

/** What no frozen year keeps: the log and its heads, reports that were written and how, bytes on their way in a copy, the archives themselves, accounts, how workbooks are read, how somebody likes his screens, and assessments: they judge a year after it was frozen and seal their own results. */
const outside = [
  'applied_migration', 'archive', 'archive_row', 'audit_entry', 'chain_head', 'signing_key', 'column_mapping', 'preference', 'packed_attachment', 'past_password', 'report_export', 'report_number', 'report_setting', 'role_grant', 'role_grant_department', 'session_rule', 'sheet_layout',
  'assessment_template', 'assessment_template_version', 'assessment_campaign', 'campaign_department', 'campaign_item', 'campaign_indicator', 'assessment_score', 'assessment_veto', 'assessment_objection', 'assessment_answer', 'assessment_result',
  // Totals that are counted anew where a frozen year is opened.
  'measure_due_total', 'record_block_total', 'risk_figure_total', 'warning_due_total',
  // A frozen year is handed over in today's forms, with the documents that were gathered for it afterwards.
  'package_item', 'report_form',
]

test('every table of the register belongs to a frozen year or is known to stay outside', async () => {
  await withGradedRegister(async ({ database: { connection } }) => {
    const tables = connection.prepare<[], { name: string }>(
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%'").all().map(({ name }) => name)
    const archived = archivedTables.map(({ name }) => name)
    expect(archived).toEqual(archived.toSorted())
    expect(tables.filter((name) => !outside.includes(name)).toSorted()).toEqual(archived)
  })
})

test('each is read in pages by its primary key', async () => {
  await withGradedRegister(async ({ database: { connection } }) => {
    const keys = (table: string) => connection.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk').all(table).map(({ name }) => name)
    expect(archivedTables.map(({ name, key }) => [name, key])).toEqual(archivedTables.map(({ name }) => [name, keys(name)]))
  })
})
