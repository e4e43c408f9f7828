import type { Core } from '../core.ts'

/** How the person likes the screens, by key. */
export async function readPreferences({ database }: Core): Promise<Record<string, unknown>> {
  const rows = await database.read.selectFrom('preference').selectAll().execute()
  return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]))
}
