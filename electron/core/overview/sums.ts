/** The sum of one number over rows. */
export const sumOf = <K extends string>(rows: readonly Record<K, number>[], field: K): number =>
  rows.reduce((sum, row) => sum + row[field], 0)

/** Rows added up by group, in the order in which the groups first appear; each group keeps its own fields. */
export function sumBy<K extends string, T extends Record<K, number>, G extends Record<string, string | number>>(rows: readonly T[], field: K, groupOf: (row: T) => G): (G & Record<K, number>)[] {
  const groups = new Map<string, { group: G; sum: number }>()
  for (const row of rows) {
    const group = groupOf(row)
    const key = Object.values(group).join('\u0000')
    const known = groups.get(key)
    if (known) known.sum += row[field]
    else groups.set(key, { group, sum: row[field] })
  }
  return [...groups.values()].map(({ group, sum }) => ({ ...group, [field]: sum } as G & Record<K, number>))
}
