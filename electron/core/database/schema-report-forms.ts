import type { Generated } from 'kysely'
import type { Locale } from '#shared/model/labels.ts'

export interface ReportFormTable {
  number: Generated<number>
  id: string
  /** Code of the kind of report. */
  kind: string
  locale: Locale
  name: string
  attachment_id: string
  /** JSON: names by edition. */
  known_names: string
  /** JSON: array of placeholders as they stand in the form. */
  placeholders: string
  state: Generated<'kept' | 'in-use' | 'withdrawn'>
  added_by: string
  added_at: string
}

export interface PackageItemTable {
  number: Generated<number>
  id: string
  year: number
  /** Code of the item. */
  item: string
  not_applicable: string | null
  changed_by: string
  changed_at: string
}

/** Tables of migration part `report-forms`. */
export interface ReportFormsSchema {
  report_form: ReportFormTable
  package_item: PackageItemTable
}
