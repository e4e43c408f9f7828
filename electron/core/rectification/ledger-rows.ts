import type { RectificationFilter } from '#shared/contract/rectification.ts'
import { translator } from '#shared/locales/translator.ts'
import type { Locale } from '#shared/model/labels.ts'
import { secrecies } from '#shared/model/attachments.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { among } from '../lists/page-values.ts'
import type { Report } from '../long-work.ts'
import { editionView } from '../reports/kinds/edition-view.ts'
import type { EditionView } from '../reports/kinds/edition-view.ts'
import { readKindWords } from '../reports/kinds/kind-words.ts'
import type { Edition } from '../reports/kinds/report-kind.ts'
import { numberedLines } from '../reports/plain-text.ts'
import { nameStriker } from '../reports/names/strike-names.ts'
import { namesToHide } from './names-to-hide.ts'
import { entriesOf } from './read-entries.ts'
import { weakPlaces } from './weak-places.ts'

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
  const kindWords = await readKindWords(db, locale)
  const view = editionView(edition, kindWords)
  const hidden = view.shows('person') ? [] : await namesToHide(db, kindWords)
  const strike = nameStriker(hidden)
  const wanted = year === undefined ? entriesOf(db, filter, today)
    : entriesOf(db, filter, today).where('r.found_on', '<=', `${year}-12-31`).where((on) => on.or([on('r.closed_on', 'is', null), on('r.closed_on', '>=', `${year}-01-01`)]))
  const { total } = await wanted.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows: string[][] = []
  for (let last = 0; ;) {
    const page = await selected(wanted).where('r.number', '>', last).orderBy('r.number').limit(pageSize).execute()
    const files = await filesOf(db, page.map(({ id }) => id), view)
    const weak = await weakPlaces(db, page, { words: kindWords, view })
    for (const entry of page) rows.push([String(rows.length + 1), ...cellsOf(entry, files.get(entry.id) ?? [], { locale, view, hidden, strike, weak: weak.has(entry.id) })])
    await report({ done: rows.length, total, stage: 'collect' })
    last = page.at(-1)?.number ?? last
    if (page.length < pageSize) return rows
  }
}

const selected = (wanted: ReturnType<typeof entriesOf>) =>
  wanted.leftJoin('department as d', 'd.id', 'r.department_id').leftJoin('post as o', 'o.id', 'r.owner_post_id').select([
    'r.id', 'r.number', 'r.problem', 'r.source', 'd.name as department', 'o.name as post', 'r.owner', 'r.measure', 'r.due_on as dueOn', 'r.state', 'r.outcome', 'r.rectified_on as rectifiedOn', 'r.closed_by as closedBy', 'r.closed_on as closedOn', 'r.subject_entity as subjectEntity', 'r.subject_id as subjectId',
  ])

type Entry = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]
interface Words { readonly locale: Locale; readonly view: EditionView; readonly hidden: readonly string[]; readonly strike: (text: string) => string; readonly weak: boolean }

function cellsOf(entry: Entry, files: readonly string[], { locale, view, hidden, strike, weak }: Words): string[] {
  const t = translator(locale)
  const notShown = t('doc.not-shown', { ns: 'rectification' })
  // Of the heaviest risks the public learns that something is mended, not where the weak place is.
  const text = (said: string): string => (weak ? notShown : strike(said))
  const state = t(`state.${entry.state}`, { ns: 'rectification' })
  const outcome = entry.outcome === '' ? state : t('doc.outcome', { ns: 'rectification', state, text: text(entry.outcome), date: entry.rectifiedOn ?? '' })
  return [
    text(entry.problem), t(`source.${entry.source}`, { ns: 'rectification' }), entry.department ?? '', ownerOf(entry, { locale, view, hidden }), entry.measure === '' ? '' : text(entry.measure), entry.dueOn, outcome,
    numberedLines(files.map((file) => text(file))), view.shows('person') || entry.closedBy === null ? entry.closedBy ?? '' : notShown, entry.closedOn ?? '',
  ]
}

/** The post, and beside it the name where names are shown. What an account is called is a name, even where it reads like the word of a post. */
function ownerOf({ post, owner }: Entry, { locale, view, hidden }: Omit<Words, 'weak' | 'strike'>): string {
  const t = translator(locale)
  const notShown = t('doc.not-shown', { ns: 'rectification' })
  if (!view.shows('owner')) return post ?? (owner === '' ? '' : hidden.includes(owner.trim()) ? notShown : view.owner(owner, notShown))
  if (post === null || owner === '') return post ?? owner
  return t('withNote', { ns: 'common', text: post, note: owner })
}

async function filesOf(db: ReadableDatabase, ids: readonly string[], view: EditionView): Promise<Map<string, string[]>> {
  const rows = await db.selectFrom('attachment').select(['entity_id', 'file_name']).where(among('entity_id', ids)).where('entity', '=', 'rectification').where('state', '=', 'in-force')
    .where('secrecy', 'in', secrecies.filter((secrecy) => view.shows(`file-${secrecy}`))).orderBy('entity_id').orderBy('number').execute()
  return new Map([...Map.groupBy(rows, (row) => row.entity_id)].map(([id, files]) => [id, files.map((file) => file.file_name)]))
}
