import type { HistoryEntry } from '#shared/contract/history.ts'

/** Changes of one kind made in one go: by an import, or by one person to many records. */
export interface ChangeGroup {
  readonly latest: HistoryEntry
  readonly count: number
}

/** Two changes further apart than this are two occasions, ms. */
const oneOccasion = 60_000

function together(a: HistoryEntry, b: HistoryEntry): boolean {
  if (a.batchId !== null || b.batchId !== null) return a.batchId === b.batchId
  return a.actor === b.actor && a.action === b.action && Math.abs(Date.parse(a.at) - Date.parse(b.at)) <= oneOccasion
}

/** Entries, newest first, with what belongs together put into one line. */
export function groupChanges(entries: readonly HistoryEntry[]): ChangeGroup[] {
  const groups: { latest: HistoryEntry; earliest: HistoryEntry; count: number }[] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    if (last === undefined || !together(last.earliest, entry)) groups.push({ latest: entry, earliest: entry, count: 1 })
    else Object.assign(last, { earliest: entry, count: last.count + 1 })
  }
  return groups
}
