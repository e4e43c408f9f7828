import { sql } from 'kysely'
import type { ReadableDatabase } from '../database/database.ts'
import { bigramsOf, searchFold } from '../search/bigrams.ts'
import { matchExpression } from '../search/match-expression.ts'

/** Texts alike by this much or more are shown. */
export const leastPercent = 60
const most = 5
/** Length of the pieces a text is looked for by: long enough to be rare, short enough to survive small edits. */
const pieceLength = 6
const mostPieces = 8
const candidatesPerPiece = 30

export interface Similar { readonly id: string; readonly number: number; readonly departmentName: string | null; readonly powerName: string; readonly manifestation: string; readonly grade: string | null; readonly percent: number }

/**
 * Points elsewhere whose manifestation reads alike, most alike first. Candidates come from the search index by pieces
 * of the text; how alike they are is the share of overlapping pairs of signs (Dice's coefficient).
 */
export async function similarPoints(db: ReadableDatabase, { id, manifestation }: { id: string; manifestation: string }): Promise<Similar[]> {
  const numbers = await candidates(db, manifestation)
  if (numbers.length === 0) return []
  const rows = await db.selectFrom('risk_point as r').innerJoin('power as p', 'p.id', 'r.power_id').leftJoin('department as d', 'd.id', 'r.department_id')
    .select(['r.id', 'r.number', 'd.name as departmentName', 'p.name as powerName', 'r.manifestation', 'r.grade_code as grade'])
    .where('r.number', 'in', numbers).where('r.id', '<>', id).where('r.state', '=', 'in-force').execute()
  return rows.map((row) => ({ ...row, percent: percentAlike(manifestation, row.manifestation) }))
    .filter(({ percent }) => percent >= leastPercent).toSorted((a, b) => b.percent - a.percent || a.number - b.number).slice(0, most)
}

async function candidates(db: ReadableDatabase, text: string): Promise<number[]> {
  const found = new Set<number>()
  for (const piece of piecesOf(text)) {
    const match = matchExpression(piece, ['manifestation'])
    if (match === undefined) continue
    const { rows } = await sql<{ number: number }>`SELECT rowid AS number FROM risk_point_text WHERE risk_point_text MATCH ${match} LIMIT ${candidatesPerPiece}`.execute(db)
    for (const { number } of rows) found.add(number)
  }
  return [...found]
}

/** Pieces spread evenly over a text. */
export function piecesOf(text: string): string[] {
  const signs = [...searchFold(text)]
  if (signs.length <= pieceLength) return signs.length === 0 ? [] : [signs.join('')]
  const places = Math.min(mostPieces, Math.floor(signs.length / pieceLength) + 1)
  return Array.from({ length: places }, (_, index) => {
    const start = Math.round(index * (signs.length - pieceLength) / Math.max(1, places - 1))
    return signs.slice(start, start + pieceLength).join('')
  })
}

/** How alike two texts are, 0 to 100: twice the common pairs of signs over all pairs. */
export function percentAlike(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)]
  if (a.length + b.length === 0) return one === other ? 100 : 0
  const left = new Map<string, number>()
  for (const pair of a) left.set(pair, (left.get(pair) ?? 0) + 1)
  let common = 0
  for (const pair of b) {
    const count = left.get(pair) ?? 0
    if (count > 0) { common++; left.set(pair, count - 1) }
  }
  return Math.round(200 * common / (a.length + b.length))
}

const pairsOf = (text: string): string[] => bigramsOf(searchFold(text)).slice(0, -1)
