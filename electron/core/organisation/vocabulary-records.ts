import type { VocabularyItem, VocabularyKind } from '#shared/contract/organisation.ts'
import { keyOf } from '#shared/model/text-key.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import { differenceOf } from '../records/values.ts'
import { StaleRecord } from '../stale-record.ts'

/** What is entered of a vocabulary's entry; its place in the order follows. */
export type NewVocabularyItem = Pick<VocabularyItem, 'kind' | 'code' | 'labels' | 'aliases'> & { active?: boolean }

export function toItem(row: Row<'vocabulary'>): VocabularyItem {
  const aliases = JSON.parse(row.aliases) as string[]
  return { kind: row.kind, code: row.code, revision: row.revision, position: row.position, labels: { 'zh-CN': row.label_zh, en: row.label_en }, aliases, active: row.active === 1 }
}

/** All entries, each kind in its order. */
export async function readVocabulary(db: Pick<ReadableDatabase, 'selectFrom'>): Promise<VocabularyItem[]> {
  const rows = await db.selectFrom('vocabulary').selectAll().orderBy('kind').orderBy('position').orderBy('code').execute()
  return rows.map(toItem)
}

/**
 * Adds an entry behind the last one of its kind.
 * @throws Refusal `vocabulary.code-taken`, `vocabulary.word-taken`
 */
export async function createVocabularyItem(change: Change, item: NewVocabularyItem): Promise<void> {
  const others = await itemsOf(change, item.kind)
  if (others.some(({ code }) => code === item.code)) throw new Refusal('vocabulary.code-taken', { code: item.code }, 'code')
  checkWords(item, others)
  const position = Math.max(0, ...others.map((other) => other.position)) + 1
  await insertVocabularyItem(change, { ...item, position })
}

/** Writes an entry whose words are known to be free, as those of a new register are. */
export async function insertVocabularyItem(change: Change, { kind, code, labels, aliases, position, active = true }: NewVocabularyItem & { position: number }): Promise<void> {
  await change.db.insertInto('vocabulary').values({ kind, code, position, ...columnsOf({ labels, aliases, active }) }).execute()
  await change.record({ action: 'vocabulary.create', entity: 'vocabulary', entityId: entityIdOf({ kind, code }), after: { labels, aliases, active } })
}

/**
 * Changes the words of an entry or takes it out of use; records that bear its code keep it.
 * @throws StaleRecord; Refusal `vocabulary.unknown`, `vocabulary.word-taken`
 */
export async function changeVocabularyItem(change: Change, { revision, ...item }: Omit<VocabularyItem, 'position'>): Promise<number> {
  const items = await itemsOf(change, item.kind)
  const stands = items.find(({ code }) => code === item.code)
  if (stands === undefined) throw new Refusal('vocabulary.unknown', { code: item.code }, 'code')
  if (stands.revision !== revision) throw new StaleRecord(entityIdOf(item), { ...stands })
  const { labels, aliases, active } = item
  const difference = differenceOf({ ...stands }, { labels, aliases, active })
  if (difference === undefined) return revision
  checkWords(item, items.filter((other) => other !== stands))
  await change.db.updateTable('vocabulary').set({ ...columnsOf({ labels, aliases, active }), revision: revision + 1 })
    .where('kind', '=', item.kind).where('code', '=', item.code).execute()
  await change.record({ action: 'vocabulary.change', entity: 'vocabulary', entityId: entityIdOf(item), ...difference })
  return revision + 1
}

export const entityIdOf = ({ kind, code }: { kind: VocabularyKind; code: string }): string => `${kind}/${code}`

async function itemsOf(change: Change, kind: VocabularyKind): Promise<VocabularyItem[]> {
  const rows = await change.db.selectFrom('vocabulary').selectAll().where('kind', '=', kind).execute()
  return rows.map(toItem)
}

/** A word of a workbook must mean one entry, so no two of a kind share a word. */
function checkWords(item: Pick<VocabularyItem, 'labels' | 'aliases'>, others: readonly VocabularyItem[]): void {
  const words = wordsOf(item)
  for (const other of others) {
    const taken = wordsOf(other).find((word) => words.some((own) => keyOf(own) === keyOf(word)))
    if (taken !== undefined) throw new Refusal('vocabulary.word-taken', { word: taken, label: other.labels['zh-CN'] }, 'aliases')
  }
}

const wordsOf = ({ labels, aliases }: Pick<VocabularyItem, 'labels' | 'aliases'>): string[] => [labels['zh-CN'], labels.en, ...aliases]

const columnsOf = ({ labels, aliases, active }: Pick<VocabularyItem, 'labels' | 'aliases' | 'active'>) =>
  ({ label_zh: labels['zh-CN'], label_en: labels.en, aliases: JSON.stringify(aliases), active: active ? 1 as const : 0 as const })
