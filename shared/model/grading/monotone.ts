import { type Scale, severityOf } from '../scales.ts'
import type { DefinitionOf, MethodDefinition } from './definition.ts'
import type { OptionFactor } from './factors.ts'

/** Positions of the options, the lowest value first. */
function ascending({ options }: OptionFactor): number[] {
  return options
    .map(({ value }, index) => ({ value, index }))
    .toSorted((a, b) => a.value - b.value)
    .map(({ index }) => index)
}

function neverFalls(severities: readonly number[]): boolean {
  return severities.every((severity, index) => severity >= (severities[index - 1] ?? severity))
}

function isMonotoneMatrix({ rows, columns, cells }: DefinitionOf<'matrix'>, scale: Scale): boolean {
  const table = ascending(rows).map((r) => ascending(columns).map((c) => severityOf(scale, cells[r]?.[c] ?? '')))
  const transposed = ascending(columns).map((_, c) => table.map((row) => row[c] ?? 0))
  return [...table, ...transposed].every(neverFalls)
}

/**
 * Whether a higher value of any factor never gives a lighter grade. Sound scoring methods always are (their bands are
 * in order and no weight is negative); a list to choose from has no order to break; only a matrix can fail, and
 * may do so on purpose, which is why this is a warning and not a problem.
 *
 * @param definition a method that passed `checkDefinition` against `scale`
 */
export function isMonotone(definition: MethodDefinition, scale: Scale): boolean {
  return definition.kind !== 'matrix' || isMonotoneMatrix(definition, scale)
}
