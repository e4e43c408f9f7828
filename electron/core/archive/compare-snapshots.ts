import type { RegisterSnapshot } from './snapshot.ts'

/** earlier = cancelled + raised + lowered + unchanged; later = added + raised + lowered + unchanged. */
export interface SnapshotComparison {
  readonly earlierTotal: number
  readonly added: number
  readonly cancelled: number
  readonly raised: number
  readonly lowered: number
  readonly unchanged: number
}

/**
 * The risk points of two snapshots against each other, record by record by their ids. A point that had or has no grade
 * yet counts as unchanged: there is nothing its grade could have risen or fallen from.
 */
export async function compareSnapshots(earlier: RegisterSnapshot, later: RegisterSnapshot): Promise<SnapshotComparison> {
  const counts = { added: 0, cancelled: 0, raised: 0, lowered: 0, unchanged: 0 }
  const before = await ranksOf(earlier)
  let kept = 0
  for await (const chunk of later.rows('risk-point')) {
    for (const { id, grading } of chunk) {
      const rank = before.get(id)
      if (rank === undefined) { counts.added++; continue }
      kept++
      counts[movement(rank, grading?.finalRank ?? null)]++
    }
  }
  return { ...counts, earlierTotal: await earlier.count('risk-point'), cancelled: before.size - kept }
}

async function ranksOf(snapshot: RegisterSnapshot): Promise<Map<string, number | null>> {
  const ranks = new Map<string, number | null>()
  for await (const chunk of snapshot.rows('risk-point')) for (const { id, grading } of chunk) ranks.set(id, grading?.finalRank ?? null)
  return ranks
}

function movement(before: number | null, after: number | null): 'raised' | 'lowered' | 'unchanged' {
  if (before === null || after === null || before === after) return 'unchanged'
  return after > before ? 'raised' : 'lowered'
}
