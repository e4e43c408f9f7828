/** A stretch of a text, and whether the other text has it too. */
export interface Stretch { readonly text: string; readonly same: boolean }

/** Longer texts are shown without marks: comparing takes time by the product of their lengths. */
const longest = 600

/** Stretches of a text that also stand, in this order, in another one: the longest common run of signs. */
export function differenceFrom(text: string, other: string): Stretch[] {
  const [signs, others] = [[...text], [...other]]
  if (signs.length === 0) return []
  if (signs.length > longest || others.length > longest) return [{ text, same: true }]
  const common = commonPlaces(signs, others)
  return joined(signs.map((sign, place) => ({ text: sign, same: common.has(place) })))
}

function commonPlaces(signs: readonly string[], others: readonly string[]): Set<number> {
  const width = others.length + 1
  const lengths = new Uint16Array((signs.length + 1) * width)
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0
  for (let row = signs.length - 1; row >= 0; row--) {
    for (let column = others.length - 1; column >= 0; column--) {
      lengths[row * width + column] = signs[row] === others[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const places = new Set<number>()
  for (let row = 0, column = 0; row < signs.length && column < others.length;) {
    if (signs[row] === others[column]) { places.add(row); row++; column++ } else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return places
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const stretch of stretches) {
    const last = result.at(-1)
    if (last?.same === stretch.same) result[result.length - 1] = { text: last.text + stretch.text, same: last.same }
    else result.push(stretch)
  }
  return result
}
