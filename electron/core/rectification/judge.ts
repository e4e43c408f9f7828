import { mayCheck } from '#shared/model/rectification.ts'
import type { Checker, RectificationState } from '#shared/model/rectification.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import type { Gate } from '../permission/gate.ts'
import { keepStep } from './keep-step.ts'
import { partiesOf } from './parties.ts'
import { entryFor, saved, standing } from './stored-entry.ts'
import type { EntryOrder } from './stored-entry.ts'

export interface Judgement extends EntryOrder { readonly verdict: 'close' | 'return'; readonly text: string }

/**
 * Closes an entry (销号) or gives it back to its owner with the reason, by somebody who has no part in it.
 * @throws Refusal `rectification.own`, and those of `entryFor`
 */
export async function judgeEntry(change: Change, { gate, caller }: { gate: Gate; caller: Checker }, { verdict, text, ...order }: Judgement): Promise<{ id: string; state: RectificationState; revision: number }> {
  const { entry, to } = await entryFor(change, gate, { ...order, action: verdict })
  if (!mayCheck(caller, await partiesOf(change.db, entry))) throw new Refusal('rectification.own', { number: entry.number })
  const closing = verdict === 'close' ? { closed_on: change.today, closed_by: change.actor.name } : {}
  await keepStep(change, standing(entry), { action: verdict, to, text, entry: closing })
  return saved(entry, to)
}
