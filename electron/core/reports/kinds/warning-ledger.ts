import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Warning } from '#shared/contract/warnings.ts'
import { sheetNumberOf } from '#shared/locales/warning-words.ts'
import { translator } from '#shared/locales/translator.ts'
import type { Locale } from '#shared/model/labels.ts'
import { isClosed } from '#shared/model/warnings/disposal.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import type { Report } from '../../long-work.ts'
import { readWarnings } from '../../warnings/list-warnings.ts'
import type { Block, Paper, PaperTable } from '../paper/paper.ts'
import { textsFor } from '../texts/texts-for.ts'
import type { ReportKind, ReportOrder } from './report-kind.ts'
import { warningWords } from './warning-words.ts'
import type { WarningWords } from './warning-words.ts'

const pageSize = 500

/** The warnings issued in a year, one line each, in order of their numbers. Their situations name weak points, so there is no public edition. */
export const warningLedger: ReportKind = {
  code: 'warning-ledger',
  formats: ['xlsx', 'docx', 'pdf'],
  editions: ['internal', 'assessment'],
  subject: 'year',
  paper: async ({ database, env }, order, report) => {
    if (order.edition === 'public') throw new Refusal('record.missing')
    const today = env.localDate(env.now())
    const warnings = await issuedWarnings(database.read, order, { today, report })
    return ledgerPaper({ warnings, words: await warningWords(database.read, order.locale), year: order.year, locale: order.locale, today })
  },
}

async function issuedWarnings(db: ReadableDatabase, { year, departmentIds }: ReportOrder, { today, report }: { today: string; report: Report }): Promise<Warning[]> {
  const found: Warning[] = []
  for (let last = 0; ;) {
    let asked = db.selectFrom('warning').select(['id', 'issue_number']).where('issue_year', '=', year).where(sql<boolean>`issue_number IS NOT NULL`).where('issue_number', '>', last)
    if (departmentIds !== undefined && departmentIds.length > 0) asked = asked.where('department_id', 'in', departmentIds)
    const page = await asked.orderBy('issue_number').limit(pageSize).execute()
    const rows = new Map((await readWarnings(db, page.map(({ id }) => id), today)).map((row) => [row.id, row]))
    found.push(...page.flatMap(({ id }) => rows.get(id) ?? []))
    await report({ done: found.length, total: 0, stage: 'collect' })
    await setImmediate()
    const end = page.at(-1)?.issue_number
    if (end === undefined || end === null || page.length < pageSize) return found
    last = end
  }
}

export interface LedgerContent { readonly warnings: readonly Warning[]; readonly words: WarningWords; readonly year: number; readonly locale: Locale; readonly today: string }

export function ledgerPaper({ warnings, words, year, locale, today }: LedgerContent): Paper {
  const t = translator(locale)
  const texts = textsFor(locale)
  const title = t('ledger.title', { ns: 'warnings', organisation: words.organisation, year })
  const closed = warnings.filter(({ state }) => isClosed(state)).length
  const blocks: Block[] = warnings.length === 0 ? [{ kind: 'body', text: t('ledger.none', { ns: 'warnings' }) }] : [
    { kind: 'small', text: t('ledger.total', { ns: 'warnings', total: warnings.length, closed, open: warnings.length - closed }) },
    { kind: 'table', table: tableOf({ warnings, words, locale }) },
  ]
  return { locale, title, organisation: words.organisation, preparedOn: today, sections: [{ page: 'landscape', blocks: [{ kind: 'title', text: title }, { kind: 'gap' }, { kind: 'small', text: `${texts.filledBy(words.organisation)}　　${texts.filledOn(texts.date(today))}` }, ...blocks] }] }
}

function tableOf({ warnings, words, locale }: Pick<LedgerContent, 'warnings' | 'words' | 'locale'>): PaperTable {
  const t = translator(locale)
  const title = (name: 'number' | 'level' | 'department' | 'object' | 'linked' | 'source' | 'situation' | 'issued' | 'rectifyBy' | 'state'): string => t(`field.${name}`, { ns: 'warnings' })
  return {
    name: t('ledger.sheet', { ns: 'warnings' }),
    size: locale === 'en' ? 'fine' : 'small',
    columns: [
      { title: title('number'), share: 19, align: 'center' }, { title: title('level'), share: 8, align: 'center' }, { title: title('department'), share: 10 }, { title: title('object'), share: 14 }, { title: title('linked'), share: 14 },
      { title: title('source'), share: 12 }, { title: title('situation'), share: 24 }, { title: title('issued'), share: 8, align: 'center' }, { title: title('rectifyBy'), share: 8, align: 'center' }, { title: title('state'), share: 9, align: 'center' },
    ],
    rows: warnings.map((warning) => [
      sheetNumberOf(warning, locale), words.level(warning.levelCode), warning.departmentName ?? '', warning.object, warning.powerName ?? '', words.source(warning), words.situation(warning),
      warning.issuedOn ?? '', warning.rectifyBy ?? '', t(`state.${warning.state}`, { ns: 'warnings' }),
    ]),
  }
}
