import type { Holding } from '#shared/contract/people.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'
import { StaleRecord } from '../stale-record.ts'
import { personInForce } from './read-person.ts'
import { holderChanged } from './holder-changed.ts'

export interface NewHolding { readonly postId: string; readonly personId: string; readonly since: string; readonly until: string | null; readonly alongside: boolean }

const action = 'post-holding.change'
const lastDay = '9999-12-31'

/**
 * Says who holds a post from when to when.
 * @throws Refusal `person.missing`, `person.withdrawn`, `post.unknown`, `holding.ends-before`, `holding.overlaps` unless it is known to be alongside another
 */
export async function assignPost(change: Change, { postId, personId, since, until, alongside }: NewHolding): Promise<string> {
  const person = await personInForce(change.db, personId)
  const post = await change.db.selectFrom('post').select(['name', 'state']).where('id', '=', postId).executeTakeFirst()
  if (post?.state !== 'in-force') throw new Refusal('post.unknown', {}, 'postId')
  if (until !== null && until < since) throw new Refusal('holding.ends-before', {}, 'until')
  await refuseOverlap(change, { postId, personId, since, until, alongside })
  const id = change.newId()
  await change.db.insertInto('post_holding').values({ id, post_id: postId, person_id: personId, since, until, created_at: change.at, updated_at: change.at }).execute()
  await change.record({ action, entity: 'post-holding', entityId: id, after: { postId, post: post.name, personId, name: person.name, since, until } })
  await holderChanged(change, postId)
  return id
}

async function refuseOverlap(change: Change, { postId, personId, since, until, alongside }: NewHolding): Promise<void> {
  const overlapping = await change.db.selectFrom('post_holding').innerJoin('person', 'person.id', 'post_holding.person_id').select(['person_id', 'name', 'since', 'until'])
    .where('post_id', '=', postId).where('since', '<=', until ?? lastDay).where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', since)])).execute()
  const other = overlapping.find((holding) => holding.person_id === personId) ?? overlapping[0]
  if (other === undefined) return
  if (other.person_id === personId) throw new Refusal('holding.twice', { name: other.name, since: other.since, until: other.until ?? '…' }, 'since')
  if (!alongside) throw new Refusal('holding.overlaps', { name: other.name, since: other.since, until: other.until ?? '…' }, 'since')
}

/** @throws Refusal `holding.missing`, `holding.ends-before`; StaleRecord */
export async function endHolding(change: Change, { id, revision, until }: { id: string; revision: number; until: string }): Promise<number> {
  const holding = await change.db.selectFrom('post_holding').innerJoin('person', 'person.id', 'post_holding.person_id').innerJoin('post', 'post.id', 'post_holding.post_id')
    .select(['post_id', 'person_id', 'person.name', 'post.name as post', 'since', 'until', 'post_holding.revision']).where('post_holding.id', '=', id).executeTakeFirst()
  if (holding === undefined) throw new Refusal('holding.missing')
  if (holding.revision !== revision) throw new StaleRecord(id, { since: holding.since, until: holding.until, revision: holding.revision })
  if (until < holding.since) throw new Refusal('holding.ends-before', {}, 'until')
  if (holding.until === until) return revision
  await change.db.updateTable('post_holding').set({ until, revision: revision + 1, updated_at: change.at }).where('id', '=', id).execute()
  await change.record({
    action, entity: 'post-holding', entityId: id,
    before: { postId: holding.post_id, post: holding.post, personId: holding.person_id, name: holding.name, until: holding.until }, after: { until },
  })
  await holderChanged(change, holding.post_id)
  return revision + 1
}

/** Whoever leaves holds no post any longer: what runs ends today, what has not begun does not begin. */
export async function leavePosts(change: Change, personId: string): Promise<void> {
  const holdings = await change.db.selectFrom('post_holding').innerJoin('post', 'post.id', 'post_holding.post_id').innerJoin('person', 'person.id', 'post_holding.person_id')
    .select(['post_holding.id', 'post_id', 'post.name as post', 'person.name', 'since', 'until', 'post_holding.revision']).where('person_id', '=', personId)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', change.today)])).execute()
  for (const { id, post_id: postId, post, name, since, until, revision } of holdings) {
    const before = { postId, post, personId, name, since, until }
    if (since > change.today) {
      await change.db.deleteFrom('post_holding').where('id', '=', id).execute()
      await change.record({ action, entity: 'post-holding', entityId: id, before })
    } else {
      await change.db.updateTable('post_holding').set({ until: change.today, revision: revision + 1, updated_at: change.at }).where('id', '=', id).execute()
      await change.record({ action, entity: 'post-holding', entityId: id, before, after: { until: change.today } })
    }
    await holderChanged(change, postId)
  }
}

/** All holdings, the newest of each post first. */
export async function readHoldings(db: ReadableDatabase): Promise<Holding[]> {
  const rows = await db.selectFrom('post_holding').innerJoin('person', 'person.id', 'post_holding.person_id').innerJoin('post', 'post.id', 'post_holding.post_id').innerJoin('department', 'department.id', 'post.department_id')
    .select(['post_holding.id', 'post_holding.revision', 'post_id', 'post.name as post', 'department.name as department', 'person_id', 'person.name as person', 'since', 'until'])
    .orderBy('department.position').orderBy('post.name').orderBy('since', 'desc').orderBy('post_holding.number').execute()
  return rows.map(({ post_id, person_id, ...row }) => ({ ...row, postId: post_id, personId: person_id }))
}
