import { heaviestOf } from '#shared/model/review/way.ts'
import type { Severities, Stop } from '#shared/model/review/way.ts'
import type { Ladder } from '#shared/model/review/ladder.ts'
import type { Holidays } from '#shared/model/review/working-days.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import { organisationScale } from '../grading/stored-scales.ts'
import { readHolidays } from './calendar.ts'
import { decisionsOfCycle } from './entries.ts'
import type { Entry } from './entries.ts'
import { ladderInForce, laddersByNumber } from './ladders.ts'
import { snapshotsOf } from './looked-at.ts'
import type { Snapshot } from './looked-at.ts'
import { readPeople, writersOf } from './reviewers.ts'
import type { Interests, Person, Question } from './reviewers.ts'

/** All that judging a chunk of entries takes, read by a handful of statements whatever the number of entries. */
export interface Setting {
  readonly today: string
  readonly holidays: Holidays
  readonly severities: Severities
  readonly people: readonly Person[]
  ladderOf(entry: Entry): Ladder
  decisionsOf(entry: Entry): readonly Row<'review_decision'>[]
  interestsOf(entry: Entry): Interests
  /** What telling who may take a stop goes by. */
  questionAt(entry: Entry, stop: Stop): Question
  snapshotOf(entry: Entry): Snapshot
  heaviest(grades: readonly (string | null)[]): string
}

export const settingFor = ({ db, today }: Pick<Change, 'db' | 'today'>, entries: readonly Entry[]): Promise<Setting> => readSetting(db, { today, entries })

export async function readSetting(db: ReadableDatabase, { today, entries }: { today: string; entries: readonly Entry[] }): Promise<Setting> {
  const scale = await organisationScale(db)
  const severities: Severities = new Map(scale.levels.map((level) => [level.code, level.severityRank]))
  const present = await ladderInForce(db)
  const ladders = await laddersByNumber(db, [...new Set(entries.flatMap((entry) => entry.entry_ladder ?? []))])
  const decisions = await decisionsOfCycle(db, entries)
  const writers = await writersOf(db, entries)
  const snapshots = await snapshotsOf(db, entries.map(({ id }) => id))
  const people = await readPeople(db, today)
  const interestsOf = (entry: Entry): Interests =>
    ({ writers: writers.get(entry.id) ?? new Set(), lowerer: entry.entry_needs === null ? null : lastLowerer(decisions.get(entry.id) ?? []) })
  return {
    today, severities, holidays: await readHolidays(db), people, interestsOf,
    ladderOf: (entry) => ladders.get(entry.entry_ladder ?? -1) ?? present,
    decisionsOf: (entry) => decisions.get(entry.id) ?? [],
    questionAt: (entry, stop) => ({ entry, stop, interests: interestsOf(entry), people }),
    snapshotOf: (entry) => known(snapshots.get(entry.id), entry),
    heaviest: (grades) => heaviestOf(grades.filter((grade) => grade !== null), severities),
  }
}

const lastLowerer = (decisions: readonly Row<'review_decision'>[]): string | null => decisions.findLast(({ direction, action }) => direction === 'lowered' && action === 'pass')?.person_id ?? null

function known<T>(value: T | undefined, entry: Entry): T {
  if (value === undefined) throw new Error(`nothing is known of entry ${entry.number}`)
  return value
}
