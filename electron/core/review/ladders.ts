import { defaultLadder } from '#shared/model/review/default-ladder.ts'
import { ladderFault, ladderSchema } from '#shared/model/review/ladder.ts'
import type { Ladder } from '#shared/model/review/ladder.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'
import { organisationScale } from '../grading/stored-scales.ts'

/** A ladder with the number under which entries remember it. */
export interface StoredLadder { readonly number: number; readonly ladder: Ladder }

/** The ladder in force; undefined where none was stored yet and the one every register starts with counts. */
export async function storedLadder(db: ReadableDatabase): Promise<StoredLadder | undefined> {
  const row = await db.selectFrom('review_ladder').select(['number', 'definition']).orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row && { number: row.number, ladder: readLadder(row.definition) }
}

const readLadder = (definition: string): Ladder => ladderSchema.parse(JSON.parse(definition))

/** The ladder new entries go by. @throws Error before the organisation has been set up */
export async function ladderInForce(db: ReadableDatabase): Promise<Ladder> {
  return (await storedLadder(db))?.ladder ?? defaultLadder(await organisationScale(db))
}

/** The ladder in force as a stored one: an entry that is submitted has to remember which it goes by. */
export async function rememberedLadder(change: Change): Promise<StoredLadder> {
  const stored = await storedLadder(change.db)
  return stored ?? storeLadder(change, defaultLadder(await organisationScale(change.db)), '')
}

/** Ladders by the numbers entries remember. */
export async function laddersByNumber(db: ReadableDatabase, numbers: readonly number[]): Promise<Map<number, Ladder>> {
  if (numbers.length === 0) return new Map()
  const rows = await db.selectFrom('review_ladder').select(['number', 'definition']).where('number', 'in', numbers).execute()
  return new Map(rows.map((row) => [row.number, readLadder(row.definition)]))
}

/**
 * Puts a ladder in force for entries submitted from now on; those on their way keep the one they set out by.
 * @throws Refusal `review.ladder-order`, `review.ladder-no-judging-step`, `review.ladder-no-roles`, `review.ladder-determination-optional`
 */
export async function saveLadder(change: Change, ladder: Ladder, note: string): Promise<StoredLadder> {
  const fault = ladderFault(ladder)
  if (fault !== undefined) throw new Refusal(`review.ladder-${fault}`)
  return storeLadder(change, ladder, note)
}

async function storeLadder(change: Change, ladder: Ladder, note: string): Promise<StoredLadder> {
  const id = change.newId()
  const { number } = await change.db.insertInto('review_ladder')
    .values({ id, definition: JSON.stringify(ladder), note, created_at: change.at, created_by: change.actor.name }).returning('number').executeTakeFirstOrThrow()
  await change.record({ action: 'review-ladder.put-in-force', entity: 'review-ladder', entityId: id, after: { ladderSteps: ladder.steps.map(({ kind }) => kind), workingDays: ladder.steps.map(({ days }) => days), ...(note === '' ? {} : { note }) }, seals: [{ table: 'review_ladder', key: id }] })
  return { number, ladder }
}
