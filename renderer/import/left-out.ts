import type { SheetReading } from '#shared/contract/exchange.ts'

/** What was left out, one line for each reason, with its rows as ranges: 1–3, 57. '' for the whole sheet. */
export function leftOutGroups(leftOut: SheetReading['leftOut']): { code: string; rows: string }[] {
  const byCode = Map.groupBy(leftOut, ({ code }) => code)
  return [...byCode].map(([code, items]) => ({ code, rows: ranges(items.flatMap(({ row }) => row ?? [])) }))
}

function ranges(rows: readonly number[]): string {
  const runs: [number, number][] = []
  for (const row of rows.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last !== undefined && row <= last[1] + 1) last[1] = row
    else runs.push([row, row])
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(', ')
}
