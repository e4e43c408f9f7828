import type { Generated } from 'kysely'
import type { Locale } from '#shared/model/labels.ts'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import type { ExportFormat } from '#shared/model/report-orders.ts'

export interface ReportSettingTable {
  number: number
  red_head: Generated<string>
  number_pattern: string
  number_on_top: Generated<0 | 1>
  /** JSON: a text by edition. */
  watermarks: string
  logo: Uint8Array | null
  logo_type: 'png' | 'jpg' | null
  logo_width: number | null
  logo_height: number | null
  revision: Generated<number>
  updated_at: string
}

export interface ReportNumberTable {
  number: Generated<number>
  id: string
  identity: string
  issued_in: number
  running: number
  text: string
  head_number: number | null
  head_hash: string | null
  head: string | null
  given_at: string
}

export interface ReportExportTable {
  number: Generated<number>
  id: string
  report_number_id: string
  kind: string
  edition: ReportEdition
  year: number
  format: ExportFormat
  locale: Locale
  subject: Generated<string>
  file_name: string
  sha256: string
  bytes: number
  purpose: string
  archive_hash: string | null
  exported_by: string
  exported_by_id: string | null
  exported_at: string
}

/** Tables of migration part `reports`. */
export interface ReportsSchema {
  report_setting: ReportSettingTable
  report_number: ReportNumberTable
  report_export: ReportExportTable
}
