import type { DefinitionOf, ScoringDefinition } from './definition.ts'
import type { OptionFactor, RangeFactor } from './factors.ts'
import type { MethodTable, Speech } from './method-description.ts'

function optionTable(factor: OptionFactor, { locale, words }: Speech): MethodTable {
  return {
    title: factor.labels[locale],
    header: [words.option, words.value],
    rows: factor.options.map(({ labels, value }) => [labels[locale], String(value)]),
  }
}

function isOptions(factor: { kind: string }): factor is OptionFactor {
  return factor.kind === 'options'
}

function rangeTable(factors: readonly RangeFactor[], { locale, words }: Speech): MethodTable[] {
  if (factors.length === 0) return []
  const rows = factors.map(({ labels, min, max, whole }) => [labels[locale], words.rangeText(min, max, whole)])
  return [{ title: words.factor, header: [words.factor, words.range], rows }]
}

function weightTable({ factors }: DefinitionOf<'weighted'>, { locale, words }: Speech): MethodTable {
  const rows = factors.map(({ weight, factor }) => [
    factor.labels[locale],
    `${weight}%`,
    factor.kind === 'range'
      ? words.rangeText(factor.min, factor.max, factor.whole)
      : factor.options.map(({ value }) => value).join(' / '),
  ])
  return { title: words.factor, header: [words.factor, words.weight, words.range], rows }
}

function criteriaTable(definition: DefinitionOf<'count'>, speech: Speech): MethodTable[] {
  if (definition.counted.of === 'number') return rangeTable([definition.counted.factor], speech)
  const { locale, words } = speech
  const rows = definition.counted.criteria.map(({ labels }, index) => [String(index + 1), labels[locale]])
  return [{ title: words.criteria, header: [words.number, words.criteria], rows }]
}

/** What each factor of a scoring method offers, and what it weighs. */
export function factorTables(definition: ScoringDefinition, speech: Speech): MethodTable[] {
  if (definition.kind === 'count') return criteriaTable(definition, speech)
  const factors = definition.kind === 'product' ? definition.factors : definition.factors.map(({ factor }) => factor)
  const options = factors.filter(isOptions).map((factor) => optionTable(factor, speech))
  if (definition.kind === 'weighted') return [weightTable(definition, speech), ...options]
  return [...options, ...rangeTable(factors.filter((factor) => factor.kind === 'range'), speech)]
}
