import { sql } from 'kysely'
import type { Overview } from '#shared/contract/overview.ts'
import type { ReadableDatabase } from '../database/database.ts'

interface Counted { gradeCode: string; points: number }

/** How many points bear each expected and each verified grade, counted by their indexes. */
export async function readFigures(db: ReadableDatabase): Promise<Overview['figures']> {
  const [expected, verified] = [await countBy(db, 'expected_grade'), await countBy(db, 'verified_grade')]
  return [...new Set([...expected.keys(), ...verified.keys()])].toSorted()
    .map((gradeCode) => ({ gradeCode, expected: expected.get(gradeCode) ?? 0, verified: verified.get(gradeCode) ?? 0 }))
}

async function countBy(db: ReadableDatabase, column: 'expected_grade' | 'verified_grade'): Promise<Map<string, number>> {
  const { rows } = await sql<Counted>`SELECT ${sql.ref(column)} AS "gradeCode", count(*) AS points FROM risk_point WHERE state = 'in-force' AND ${sql.ref(column)} IS NOT NULL GROUP BY ${sql.ref(column)}`.execute(db)
  return new Map(rows.map(({ gradeCode, points }) => [gradeCode, points]))
}
