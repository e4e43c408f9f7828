import { levelOf, type Scale } from '../scales.ts'
import { checkThresholds } from './check-thresholds.ts'
import { factorsOf, isScoring, type MethodDefinition } from './definition.ts'
import type { Factor } from './factors.ts'
import { exact } from './score.ts'
import { type Problem, problem } from './problem.ts'

function repeatedAt<Value>(values: readonly Value[]): number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []))
}

/** All grades the method names, each with its place in the definition. */
function gradesNamed(definition: MethodDefinition): { grade: string; path: Problem['path'] }[] {
  const overrides = definition.overrides.map(({ atLeast }, index) => ({ grade: atLeast, path: ['overrides', index] }))
  if (isScoring(definition)) {
    return [...definition.thresholds.map(({ grade }, index) => ({ grade, path: ['thresholds', index] })), ...overrides]
  }
  if (definition.kind === 'choice') {
    return [...definition.factor.options.map(({ grade }, index) => ({ grade, path: ['factor', 'options', index] })), ...overrides]
  }
  const cells = definition.cells.flatMap((row, r) => row.map((grade, c) => ({ grade, path: ['cells', r, c] })))
  return [...cells, ...overrides]
}

function checkGrades(definition: MethodDefinition, scale: Scale): Problem[] {
  return gradesNamed(definition)
    .filter(({ grade }) => levelOf(scale, grade) === undefined)
    .map(({ grade, path }) => problem('unknown-grade', path, { grade }))
}

function checkCodes(definition: MethodDefinition): Problem[] {
  const factors = factorsOf(definition)
  return [
    ...repeatedAt(factors.map(({ code }) => code)).map((index) =>
      problem('duplicate-factor', ['factors', index], { factor: factors[index]?.code ?? '' }),
    ),
    ...repeatedAt(definition.overrides.map(({ code }) => code)).map((index) => problem('duplicate-override', ['overrides', index])),
  ]
}

function checkFactor(factor: Factor, index: number): Problem[] {
  const at = ['factors', index]
  const params = { factor: factor.code }
  if (factor.kind === 'range') {
    const most = factor.whole ? Math.floor(factor.max) : factor.max
    return factor.min > most ? [problem('range-empty', at, params)] : []
  }
  if (factor.kind === 'criterion') return []
  const values = factor.options.map(({ value }) => value)
  return repeatedAt(values).map((option) => problem('duplicate-option', [...at, 'options', option], params))
}

/** A product is only ordered by its factors while none of them is negative. */
function checkProduct(definition: MethodDefinition): Problem[] {
  if (definition.kind !== 'product') return []
  return definition.factors.flatMap((factor, index) => {
    const least = factor.kind === 'range' ? factor.min : Math.min(...factor.options.map(({ value }) => value))
    return least < 0 ? [problem('negative-value', ['factors', index], { factor: factor.code })] : []
  })
}

function checkWeights(definition: MethodDefinition): Problem[] {
  if (definition.kind !== 'weighted') return []
  const total = definition.factors.reduce((sum, { weight }) => exact(sum + weight), 0)
  return total === 100 ? [] : [problem('weights-total', ['factors'], { total })]
}

/** Every combination of row and column has exactly one cell. */
function checkCells(definition: MethodDefinition): Problem[] {
  if (definition.kind !== 'matrix') return []
  const rows = definition.rows.options.length
  const columns = definition.columns.options.length
  const covers = definition.cells.length === rows && definition.cells.every((row) => row.length === columns)
  return covers ? [] : [problem('matrix-shape', ['cells'], { rows, columns })]
}

/**
 * Whether a method is sound against its scale. A method without problems grades every set of valid factors.
 *
 * @returns every problem found, as a code with its place; an empty list for a sound method
 */
export function checkDefinition(definition: MethodDefinition, scale: Scale): Problem[] {
  const mismatch = definition.scale === scale.code ? [] : [problem('scale-mismatch', ['scale'], { scale: definition.scale })]
  const parts = [
    ...mismatch,
    ...checkGrades(definition, scale),
    ...checkCodes(definition),
    ...factorsOf(definition).flatMap(checkFactor),
    ...checkProduct(definition),
    ...checkWeights(definition),
    ...checkCells(definition),
  ]
  // Bands are judged only on a method that is otherwise sound: their bounds mean nothing while the factors are wrong.
  return parts.length > 0 || !isScoring(definition) ? parts : checkThresholds(definition, scale)
}
