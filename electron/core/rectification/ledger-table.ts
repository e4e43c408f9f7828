import { translator } from '#shared/locales/translator.ts'
import type { Locale } from '#shared/model/labels.ts'
import { ledgerColumns } from './ledger-rows.ts'

const shares: Readonly<Record<(typeof ledgerColumns)[number], { readonly share: number; readonly align?: 'center' }>> = {
  no: { share: 5, align: 'center' }, problem: { share: 18 }, source: { share: 6, align: 'center' }, department: { share: 10, align: 'center' }, owner: { share: 8, align: 'center' }, measure: { share: 16 },
  dueOn: { share: 9, align: 'center' }, outcome: { share: 16 }, evidence: { share: 11 }, closedBy: { share: 8, align: 'center' }, closedOn: { share: 9, align: 'center' },
}

/** The columns of the ledger with their widths. */
export const ledgerTable = (locale: Locale) =>
  ({ columns: ledgerColumns.map((column) => ({ title: translator(locale)(`doc.column.${column}`, { ns: 'rectification' }), ...shares[column] })) })
