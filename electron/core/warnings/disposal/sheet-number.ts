import type { Change } from '../../database/database.ts'

/** The next number of a sheet in the year of the change. */
export async function nextSheetNumber({ db, today }: Change): Promise<{ issue_year: number; issue_number: number }> {
  const year = Number(today.slice(0, 4))
  const last = await db.selectFrom('warning').select('issue_number').where('issue_year', '=', year).where('issue_number', 'is not', null).orderBy('issue_number', 'desc').limit(1).executeTakeFirst()
  return { issue_year: year, issue_number: (last?.issue_number ?? 0) + 1 }
}
