import type { ReadableDatabase } from '../database/database.ts'
import { countGradeChanges, liveGradeChanges } from './live-grade-changes.ts'
import { liveMeasures, livePowers, liveRiskPoints } from './live-lists.ts'
import { liveDepartments, liveMethods, liveOrganisation, livePosts, liveScales, liveVocabulary } from './live-settings.ts'
import { countIssuedWarnings, liveWarningLevels, liveWarnings } from './live-warnings.ts'
import type { RegisterSnapshot, SnapshotContent, SnapshotEntity } from './snapshot.ts'

/** How the rows of one entity are read from today's tables. */
type LiveRows = { [E in SnapshotEntity]: () => AsyncIterable<SnapshotContent[E][]> }

async function* atOnce<T>(read: Promise<T[]>): AsyncGenerator<T[], void, void> {
  yield await read
}

/**
 * Today's register as a snapshot of a year: only the changes of grades are the year's, everything else is as it stands.
 * Reads page by page; whoever needs one instant reads inside a change or looks whether anything was recorded meanwhile.
 */
export function liveSnapshot(db: ReadableDatabase, { year, today }: { year: number; today: string }): RegisterSnapshot {
  const rows: LiveRows = {
    archive: () => atOnce(Promise.resolve([])),
    'control-measure': () => liveMeasures(db),
    department: () => atOnce(liveDepartments(db)),
    'grade-change': () => liveGradeChanges(db, year),
    'method-version': () => atOnce(liveMethods(db)),
    organisation: () => atOnce(liveOrganisation(db)),
    post: () => atOnce(livePosts(db)),
    power: () => livePowers(db),
    'risk-point': () => liveRiskPoints(db),
    scale: () => atOnce(liveScales(db)),
    vocabulary: () => atOnce(liveVocabulary(db)),
    warning: () => liveWarnings(db, year),
    'warning-level': () => atOnce(liveWarningLevels(db)),
  }
  return { source: 'register', year, takenOn: today, rows: (entity) => rows[entity](), count: (entity) => countLive(db, entity, year) }
}

async function countLive(db: ReadableDatabase, entity: SnapshotEntity, year: number): Promise<number> {
  switch (entity) {
    case 'grade-change': return countGradeChanges(db, year)
    case 'power': return countInForce(db, 'power')
    case 'risk-point': return countInForce(db, 'risk_point')
    case 'control-measure': return countInForce(db, 'control_measure')
    case 'warning': return countIssuedWarnings(db, year)
    default: {
      let count = 0
      for await (const chunk of liveSnapshot(db, { year, today: '' }).rows(entity)) count += chunk.length
      return count
    }
  }
}

async function countInForce(db: ReadableDatabase, table: 'power' | 'risk_point' | 'control_measure'): Promise<number> {
  const { rows } = await db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('rows')).where('state', '=', 'in-force').executeTakeFirstOrThrow()
  return rows
}
