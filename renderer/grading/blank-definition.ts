import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import type { Labels } from '#shared/model/labels.ts'
import { usualOverrides } from '#shared/model/grading/built-in-overrides.ts'
import { compareSeverity } from '#shared/model/scales.ts'
import type { Scale } from '#shared/model/scales.ts'

export const methodKinds = ['choice', 'product', 'matrix', 'weighted', 'count'] as const satisfies readonly MethodDefinition['kind'][]
export type MethodKindName = (typeof methodKinds)[number]

export const isMethodKind = (text: string): text is MethodKindName => methodKinds.some((kind) => kind === text)

const blank: Labels = { 'zh-CN': '', en: '' }

/** A method that holds together in its figures and waits for its words. Bands and grades follow the scale, heaviest first. */
export function blankDefinition(kind: MethodKindName, scale: Scale): MethodDefinition {
  const common = { code: 'new', labels: blank, scale: scale.code, overrides: usualOverrides.map((rule) => ({ ...rule, atLeast: scale.levels.toSorted(compareSeverity).at(-1)?.code ?? rule.atLeast })) }
  const grades = scale.levels.toSorted((a, b) => compareSeverity(b, a)).map(({ code }) => code)
  const lightest = grades.at(-1) ?? ''
  /** Bands from the top: the lightest begins at 0. */
  const bands = (step: number) => grades.map((grade, index) => ({ atLeast: (grades.length - 1 - index) * step, grade }))
  const steps = [1, 2, 3].map((value) => ({ value, labels: blank }))
  switch (kind) {
    case 'choice': return { kind, ...common, factor: { kind: 'choice', code: 'case', labels: blank, options: grades.map((grade, index) => ({ value: `option-${index + 1}`, grade, labels: blank })) } }
    case 'product': return { kind, ...common, factors: [optionFactor('likelihood'), optionFactor('consequence')], thresholds: bands(3) }
    case 'matrix': return { kind, ...common, rows: optionFactor('likelihood'), columns: optionFactor('consequence'), cells: steps.map(() => steps.map(() => lightest)) }
    case 'weighted': return { kind, ...common, factors: [50, 50].map((weight, index) => ({ weight, factor: { kind: 'range', code: `factor-${index + 1}`, labels: blank, min: 0, max: 100, whole: false } })), thresholds: bands(30) }
    case 'count': return { kind, ...common, counted: { of: 'criteria', criteria: grades.map((_, index) => ({ kind: 'criterion', code: `criterion-${index + 1}`, labels: blank })) }, thresholds: bands(1) }
  }

  function optionFactor(code: string) { return { kind: 'options' as const, code, labels: blank, options: steps } }
}
