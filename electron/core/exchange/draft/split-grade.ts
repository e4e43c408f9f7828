/** What a mixed grade means for the points of a row: their grades in order; undefined where a point keeps the one it has. */
export interface Split {
  readonly grades: readonly (string | undefined)[]
  /** Points whose grade was taken by order alone, for a person to confirm. */
  readonly guessed: readonly boolean[]
}

/**
 * Gives the grades of a mixed grade (2高1低) to the points of its row.
 *
 * A single grade needs no choice. Points that already stand graded keep what they have as long as the stated grades
 * contain it; what is left goes to the others, in order. Where what stands contradicts the form, all go in order.
 * @param stated one grade for each point, in the order written
 * @param standing the grades the points have, by place; undefined where a point has none
 */
export function splitGrades(stated: readonly string[], standing: readonly (string | undefined)[]): Split {
  const left = without(stated, standing.filter((grade) => grade !== undefined))
  const uniform = new Set(stated).size === 1
  if (uniform) return { grades: stated, guessed: stated.map(() => false) }
  if (left === undefined) return { grades: stated, guessed: stated.map(() => true) }
  const clear = new Set(left).size <= 1
  const rest = [...left]
  const grades = standing.map((grade) => (grade === undefined ? rest.shift() : undefined))
  return { grades, guessed: grades.map((grade) => grade !== undefined && !clear) }
}

/** What is left of a multiset; undefined where it does not hold all that is taken. */
function without(all: readonly string[], taken: readonly string[]): string[] | undefined {
  const left = [...all]
  for (const one of taken) {
    const place = left.indexOf(one)
    if (place < 0) return undefined
    left.splice(place, 1)
  }
  return left
}
