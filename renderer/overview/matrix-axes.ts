import type { Method, MethodVersion } from '#shared/contract/grading.ts'
import type { Overview } from '#shared/contract/overview.ts'
import { factorsOf } from '#shared/model/grading/definition.ts'
import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import type { OptionFactor } from '#shared/model/grading/factors.ts'
import type { Locale } from '#shared/locales/locale.ts'
import type { MatrixStep } from '#renderer/components/charts/risk-matrix.tsx'

/** The two axes of the risk matrix and the method they belong to. */
export interface MatrixAxes {
  readonly definition: MethodDefinition
  readonly likelihood: OptionFactor
  readonly consequence: OptionFactor
}

function axesOf({ definition }: MethodVersion): MatrixAxes | undefined {
  const named = (code: string) => factorsOf(definition).find((factor): factor is OptionFactor => factor.kind === 'options' && factor.code === code)
  const [likelihood, consequence] = [named('likelihood'), named('consequence')]
  return likelihood === undefined || consequence === undefined ? undefined : { definition, likelihood, consequence }
}

const offers = (factor: OptionFactor, value: number): boolean => factor.options.some((option) => option.value === value)

/**
 * The axes the counted points fit best: those of the method in force where it asks for likelihood and consequence,
 * else of the method that explains most points. Undefined where no method has such axes.
 */
export function matrixAxes(methods: readonly Method[], matrix: Overview['matrix']): MatrixAxes | undefined {
  const versions = methods.flatMap((method) => method.versions)
  const inForce = versions.find((version) => version.inForce)
  const explained = (axes: MatrixAxes) => matrix.filter(({ likelihood, consequence }) => offers(axes.likelihood, likelihood) && offers(axes.consequence, consequence)).reduce((sum, { points }) => sum + points, 0)
  const first = inForce === undefined ? undefined : axesOf(inForce)
  if (first !== undefined && (matrix.length === 0 || explained(first) > 0)) return first
  const candidates = versions.flatMap((version) => axesOf(version) ?? [])
  return candidates.toSorted((a, b) => explained(b) - explained(a))[0]
}

/** So many steps an axis takes; scores of another method beyond them would bury the matrix. */
const mostSteps = 8

/**
 * The steps of one axis, lightest first: the method's options, and values that other methods left behind, by their
 * number.
 */
export function axisSteps(factor: OptionFactor, found: readonly number[], locale: Locale): MatrixStep[] {
  const offered = factor.options.map(({ value, labels }) => ({ value, label: labels[locale] }))
  const strange = [...new Set(found)].filter((value) => !offers(factor, value)).slice(0, Math.max(0, mostSteps - offered.length))
  return [...offered, ...strange.map((value) => ({ value, label: String(value) }))].toSorted((a, b) => a.value - b.value)
}
