import type { Locale } from '#shared/model/labels.ts'
import { isClosed } from '#shared/model/warnings/disposal.ts'
import { allRows } from '../archive/snapshot.ts'
import type { RegisterSnapshot } from '../archive/snapshot.ts'
import type { WarningFigures } from './annual-report-model.ts'

/** The warnings issued in the year, heaviest level first; undefined where there were none. The total is the database's count. */
export async function assembleWarnings(snapshot: RegisterSnapshot, locale: Locale): Promise<WarningFigures | undefined> {
  const total = await snapshot.count('warning')
  if (total === 0) return undefined
  const levels = await allRows(snapshot, 'warning-level')
  const counts = new Map(levels.toSorted((a, b) => b.severityRank - a.severityRank).map(({ code }) => [code, 0]))
  let [closed, open] = [0, 0]
  for await (const chunk of snapshot.rows('warning')) {
    for (const { levelCode, state } of chunk) {
      counts.set(levelCode, (counts.get(levelCode) ?? 0) + 1)
      if (isClosed(state)) closed++
      else open++
    }
  }
  const label = (code: string): string => levels.find((level) => level.code === code)?.labels[locale] ?? code
  return { total, byLevel: [...counts].map(([code, count]) => ({ label: label(code), count })), closed, open }
}
