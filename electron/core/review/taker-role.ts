import { Refusal } from '#shared/model/refusal.ts'
import type { Stop } from '#shared/model/review/way.ts'
import type { WorkingRole } from '#shared/model/roles.ts'
import type { Entry } from './entries.ts'
import { judge } from './reviewers.ts'
import type { Setting } from './setting.ts'

/**
 * The role in which somebody takes the stop an entry waits at.
 * @throws Refusal `review.own-entry`, `review.own-post`, `review.own-lowering`, `review.not-your-step`, `review.nobody-left`
 */
export function takerRole({ entry, setting, personId }: { entry: Entry; setting: Setting; personId: string }, stop: Stop): WorkingRole {
  const person = setting.people.find(({ id }) => id === personId)
  const verdict = person === undefined ? undefined : judge(person, setting.questionAt(entry, stop))
  if (verdict?.may === true) return verdict.role
  throw new Refusal(`review.${verdict?.why ?? 'not-your-step'}`, { number: entry.number })
}
