import type { Progress } from '#shared/contract/procedure.ts'
import type { RectificationFilter } from '#shared/contract/rectification.ts'
import { translator } from '#shared/locales/translator.ts'
import type { Locale } from '#shared/model/labels.ts'
import type { Core } from '../core.ts'
import { reporting } from '../long-work.ts'
import { sheetWords } from '../publicity/listed-rows.ts'
import { sheetFile } from '../reports/sheet-file.ts'
import { ledgerRows } from './ledger-rows.ts'
import { ledgerTable } from './ledger-table.ts'

export interface LedgerExport { readonly filter: RectificationFilter; readonly format: 'docx' | 'xlsx'; readonly locale: Locale }

/** The ledger as it is filtered, for work inside the office. */
export async function* exportLedger(core: Core, { filter, format, locale }: LedgerExport): AsyncGenerator<Progress, File, void> {
  const { database: { read: db }, env } = core
  const { organisation } = await sheetWords(db, locale)
  const today = env.localDate(env.now())
  const rows = yield* reporting((report) => ledgerRows(db, { locale, edition: 'internal', today, filter, report }))
  const title = translator(locale)('doc.title', { ns: 'rectification', organisation })
  const { columns } = ledgerTable(locale)
  return yield* sheetFile(core, {
    locale, organisation, preparedOn: today, title, documentNumber: '', paragraphs: [], lines: [], toSign: [],
    tables: [{ name: translator(locale)('title', { ns: 'rectification' }), empty: translator(locale)('doc.empty', { ns: 'rectification' }), columns, rows }],
  }, { format, name: title })
}
