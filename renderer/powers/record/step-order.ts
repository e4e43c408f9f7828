/** A list with one item taken to another place; places beyond the ends count as the ends. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const taken = items[from]
  if (taken === undefined) return [...items]
  const rest = items.toSpliced(from, 1)
  return rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, taken)
}
