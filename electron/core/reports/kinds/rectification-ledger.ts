import { translator } from '#shared/locales/translator.ts'
import { reportEditions } from '#shared/model/report-editions.ts'
import { sheetWords } from '../../publicity/listed-rows.ts'
import { ledgerRows } from '../../rectification/ledger-rows.ts'
import { ledgerTable } from '../../rectification/ledger-table.ts'
import type { Block } from '../paper/paper.ts'
import { textsFor } from '../texts/texts-for.ts'
import type { ReportKind } from './report-kind.ts'

/** 整改台账: every problem of the year from finding to closing. In public no name of a person, and nothing of where the heaviest risks are weak. */
export const rectificationLedger: ReportKind = {
  code: 'rectification-ledger',
  formats: ['docx', 'xlsx', 'pdf'],
  editions: reportEditions,
  subject: 'year',
  paper: async ({ database, env }, { year, edition, locale, departmentIds }, report) => {
    const t = translator(locale)
    const texts = textsFor(locale)
    const { organisation } = await sheetWords(database.read, locale)
    const today = env.localDate(env.now())
    const rows = await ledgerRows(database.read, { locale, edition, today, year, filter: { departmentIds: [...departmentIds ?? []] }, report })
    const title = t('doc.title-of-year', { ns: 'rectification', organisation, year })
    const content: Block = rows.length === 0 ? { kind: 'body', text: t('doc.none', { ns: 'rectification', year }) }
      : { kind: 'table', table: { name: t('title', { ns: 'rectification' }), ...ledgerTable(locale), rows, size: locale === 'en' ? 'fine' : 'small' } }
    return {
      locale, title, organisation, preparedOn: today,
      sections: [{ page: 'landscape', blocks: [
        { kind: 'title', text: title }, { kind: 'gap' }, { kind: 'small', text: `${texts.filledBy(organisation)}　　${texts.filledOn(texts.date(today))}` }, content,
      ] }],
    }
  },
}
