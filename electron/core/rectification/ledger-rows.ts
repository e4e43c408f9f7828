import type { RectificationFilter } from '#shared/contract/rectification.ts'
import { translator } from '#shared/locales/translator.ts'
import type { Locale } from '#shared/model/labels.ts'
import { secrecies } from '#shared/model/attachments.ts'
import { isShown } from '#shared/model/report-editions.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { among } from '../lists/page-values.ts'
import type { Report } from '../long-work.ts'
import { readKindWords } from '../reports/kinds/kind-words.ts'
import type { Edition } from '../reports/kinds/report-kind.ts'
import { numberedLines } from '../reports/plain-text.ts'
import { nameStriker } from '../reports/written/strike-names.ts'
import { namesToHide } from './names-to-hide.ts'
import { entriesOf } from './read-entries.ts'
import { withheldEntries } from './withheld-entries.ts'

/** Columns of the ledger (整改台账) in their order. */
export const ledgerColumns = ['no', 'problem', 'source', 'department', 'owner', 'measure', 'dueOn', 'outcome', 'evidence', 'closedBy', 'closedOn'] as const

export interface LedgerOrder {
  readonly locale: Locale
  readonly edition: Edition
  readonly today: string
  /** Entries found until the end of this year and not closed before it. */
  readonly year?: number
  readonly filter: RectificationFilter
  readonly report: Report
}

/** Entries read at once. */
const pageSize = 500

/** The ledger row by row in the order of its numbers, in the words of the form. */
export async function ledgerRows(db: ReadableDatabase, { locale, edition, today, year, filter, report }: LedgerOrder): Promise<string[][]> {
  const open = edition === 'public'
  const words = { locale, edition, strike: nameStriker(open ? await namesToHide(db) : []) }
  const kindWords = open ? await readKindWords(db, locale) : undefined
  const wanted = year === undefined ? entriesOf(db, filter, today)
    : entriesOf(db, filter, today).where('r.found_on', '<=', `${year}-12-31`).where((on) => on.or([on('r.closed_on', 'is', null), on('r.closed_on', '>=', `${year}-01-01`)]))
  const { total } = await wanted.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows: string[][] = []
  for (let last = 0; ;) {
    const page = await selected(wanted).where('r.number', '>', last).orderBy('r.number').limit(pageSize).execute()
    const files = await filesOf(db, page.map(({ id }) => id), edition)
    const withheld = kindWords === undefined ? new Set<string>() : await withheldEntries(db, page, kindWords)
    for (const entry of page) rows.push([String(rows.length + 1), ...cellsOf({ ...entry, withheld: withheld.has(entry.id) }, files.get(entry.id) ?? [], words)])
    await report({ done: rows.length, total, stage: 'collect' })
    last = page.at(-1)?.number ?? last
    if (page.length < pageSize) return rows
  }
}

const selected = (wanted: ReturnType<typeof entriesOf>) =>
  wanted.leftJoin('department as d', 'd.id', 'r.department_id').leftJoin('post as o', 'o.id', 'r.owner_post_id').select([
    'r.id', 'r.number', 'r.problem', 'r.source', 'd.name as department', 'o.name as post', 'r.owner', 'r.measure', 'r.due_on as dueOn', 'r.state', 'r.outcome', 'r.rectified_on as rectifiedOn', 'r.closed_by as closedBy', 'r.closed_on as closedOn', 'r.subject_entity as subjectEntity', 'r.subject_id as subjectId',
  ])

type Entry = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number] & { readonly withheld: boolean }
interface Words { readonly locale: Locale; readonly edition: Edition; readonly strike: (text: string) => string }

function cellsOf(entry: Entry, files: readonly string[], { locale, edition, strike }: Words): string[] {
  const t = translator(locale)
  const open = edition === 'public'
  const notShown = t('doc.not-shown', { ns: 'rectification' })
  // Of the heaviest risks the public learns that something is mended, not where the weak place is.
  const text = (said: string): string => (entry.withheld ? notShown : strike(said))
  const state = t(`state.${entry.state}`, { ns: 'rectification' })
  const outcome = entry.outcome === '' ? state : t('doc.outcome', { ns: 'rectification', state, text: text(entry.outcome), date: entry.rectifiedOn ?? '' })
  return [
    text(entry.problem), t(`source.${entry.source}`, { ns: 'rectification' }), entry.department ?? '', ownerOf(entry, open, locale), entry.measure === '' ? '' : text(entry.measure), entry.dueOn, outcome,
    numberedLines(files.map((file) => text(file))), open && entry.closedBy !== null ? notShown : entry.closedBy ?? '', entry.closedOn ?? '',
  ]
}

/** The post, and beside it the name where names are shown. */
function ownerOf({ post, owner }: Entry, open: boolean, locale: Locale): string {
  if (open) return post ?? (owner === '' ? '' : translator(locale)('doc.not-shown', { ns: 'rectification' }))
  if (post === null || owner === '') return post ?? owner
  return translator(locale)('withNote', { ns: 'common', text: post, note: owner })
}

async function filesOf(db: ReadableDatabase, ids: readonly string[], edition: Edition): Promise<Map<string, string[]>> {
  const rows = await db.selectFrom('attachment').select(['entity_id', 'file_name']).where(among('entity_id', ids)).where('entity', '=', 'rectification').where('state', '=', 'in-force')
    .where('secrecy', 'in', secrecies.filter((mark) => isShown(`file-${mark}`, edition))).orderBy('entity_id').orderBy('number').execute()
  return new Map([...Map.groupBy(rows, (row) => row.entity_id)].map(([id, files]) => [id, files.map((file) => file.file_name)]))
}
