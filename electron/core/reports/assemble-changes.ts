import { compareSnapshots } from '../archive/compare-snapshots.ts'
import { allRows } from '../archive/snapshot.ts'
import type { RegisterSnapshot } from '../archive/snapshot.ts'
import type { AdjustmentRow, YearComparison } from './annual-report-model.ts'
import type { SnapshotWords } from './assemble-words.ts'

/** The changes of grades of the year, in the order they were made. */
export async function assembleAdjustments(snapshot: RegisterSnapshot, words: SnapshotWords): Promise<AdjustmentRow[]> {
  const separator = words.locale === 'zh-CN' ? '：' : ': '
  return (await allRows(snapshot, 'grade-change')).map((change) => ({
    date: change.on,
    department: words.department(change.departmentId),
    riskPoint: [...new Set([change.title ?? change.powerName, change.manifestation])].join(separator),
    from: words.grade(change.from),
    to: words.grade(change.to),
    direction: change.direction,
    reason: change.reason,
    decidedBy: change.approver ?? change.gradedBy,
  }))
}

/** Against the latest frozen year before this one; undefined where there is none. */
export async function assembleComparison(earlier: RegisterSnapshot | undefined, snapshot: RegisterSnapshot): Promise<YearComparison | undefined> {
  if (earlier === undefined) return undefined
  const { earlierTotal, ...counts } = await compareSnapshots(earlier, snapshot)
  return { previousYear: earlier.year, previousTotal: earlierTotal, ...counts }
}
