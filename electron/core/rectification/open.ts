import type { RuleCode } from '#shared/model/consistency/rules.ts'
import { rectificationDays } from '#shared/model/rectification.ts'
import type { RectificationSource, RectifiedEntity } from '#shared/model/rectification.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { workingDaysAfter } from '#shared/model/review/working-days.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'
import { readHolidays } from '../review/calendar.ts'
import { settleOwner } from './owner.ts'
import { checkSubject } from './subject.ts'
import { keepStep } from './keep-step.ts'

export interface NewRectification {
  readonly problem: string
  readonly source: RectificationSource
  readonly departmentId: string | null
  readonly cause?: string | undefined
  /** The document or occasion it was found by. */
  readonly sourceNote?: string | undefined
  /** Local calendar dates; found today, and due after the usual term, where nothing is said. */
  readonly foundOn?: string | undefined
  readonly dueOn?: string | undefined
  readonly ownerPostId?: string | null | undefined
  /** Who mends it, by name. */
  readonly owner?: string | undefined
  readonly measure?: string | undefined
  readonly subject?: { readonly entity: RectifiedEntity; readonly id: string } | undefined
  readonly rule?: RuleCode | undefined
}

/** The day an entry opened today is due where nobody says otherwise. */
export const usualDueOn = async (db: ReadableDatabase, today: string, days = rectificationDays): Promise<string> => workingDaysAfter(today, days, await readHolidays(db))

/**
 * Opens an entry of the rectification ledger within a change; for whatever finds a problem: a check, a warning, an
 * assessment. Whether the caller may is for the caller's own procedure to ask.
 * @throws Refusal `rectification.found-later`, `rectification.due-before`, `rectification.subject-unknown`, `department.unknown`, `post.unknown`
 */
export async function openRectification(change: Change, order: NewRectification): Promise<{ id: string; number: number }> {
  const { problem, source, cause = '', sourceNote = '', foundOn = change.today, measure = '', subject, rule } = order
  const dueOn = order.dueOn ?? await usualDueOn(change.db, change.today)
  if (foundOn > change.today) throw new Refusal('rectification.found-later', {}, 'foundOn')
  if (dueOn < foundOn) throw new Refusal('rectification.due-before', { date: foundOn }, 'dueOn')
  if (subject !== undefined) await checkSubject(change.db, subject)
  const owner = await settleOwner(change.db, { departmentId: order.departmentId, ownerPostId: order.ownerPostId ?? null, owner: order.owner ?? '' })
  const id = change.newId()
  const { number } = await change.db.insertInto('rectification').values({
    id, problem, cause, source, source_note: sourceNote, found_on: foundOn, subject_entity: subject?.entity ?? null, subject_id: subject?.id ?? null, rule: rule ?? null,
    ...owner, measure, due_on: dueOn, recorded_by: change.actor.name, recorded_by_id: change.actor.id ?? null, recorded_at: change.at, updated_at: change.at,
  }).returning('number').executeTakeFirstOrThrow()
  await keepStep(change, { id, state: null, dueOn }, {
    action: 'open', to: 'open', text: problem,
    after: { problem, rectificationSource: source, foundOn, dueOn, departmentId: owner.department_id, ownerPostId: owner.owner_post_id, ...(owner.owner === '' ? {} : { owner: owner.owner }), ...(measure === '' ? {} : { measure }) },
  })
  return { id, number }
}
