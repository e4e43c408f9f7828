import type { Locale } from '../labels.ts'
import { levelOf, type Scale } from '../scales.ts'
import { attainableScores } from './attainable-scores.ts'
import { bandTexts } from './band-text.ts'
import { type DefinitionOf, factorsOf, isScoring, type MethodDefinition, type ScoringDefinition } from './definition.ts'
import type { OptionFactor, RangeFactor } from './factors.ts'
import { type MethodWords, methodWords } from './method-words.ts'

export type MethodTable = {
  readonly title: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A method as it is printed: plain texts in one language, without markup. */
export type MethodDescription = {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly tables: readonly MethodTable[]
}

/** Everything a part of the description needs to speak its language. */
type Speech = { readonly locale: Locale; readonly words: MethodWords; readonly gradeLabel: (code: string) => string }

const symbol = 'D'

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

function criteriaTable(definition: DefinitionOf<'count'>, { locale, words }: Speech): MethodTable[] {
  if (definition.counted.of === 'number') return rangeTable([definition.counted.factor], { locale, words, gradeLabel: String })
  const rows = definition.counted.criteria.map(({ labels }, index) => [String(index + 1), labels[locale]])
  return [{ title: words.criteria, header: [words.number, words.criteria], rows }]
}

function factorTables(definition: ScoringDefinition, speech: Speech): MethodTable[] {
  if (definition.kind === 'count') return criteriaTable(definition, speech)
  const factors = definition.kind === 'product' ? definition.factors : definition.factors.map(({ factor }) => factor)
  const options = factors.filter(isOptions).map((factor) => optionTable(factor, speech))
  if (definition.kind === 'weighted') return [weightTable(definition, speech), ...options]
  return [...options, ...rangeTable(factors.filter((factor) => factor.kind === 'range'), speech)]
}

function bandTable(definition: ScoringDefinition, { locale, words, gradeLabel }: Speech): MethodTable {
  const counts = definition.kind === 'count'
  const texts = bandTexts(definition.thresholds, counts, { symbol, scores: attainableScores(definition), any: words.any })
  const [counted] = factorsOf(definition)
  const byNumber = counts && definition.counted.of === 'number'
  const heading = counts ? (byNumber ? (counted?.labels[locale] ?? '') : words.criteriaMet) : words.score
  const rows = definition.thresholds.map(({ grade }, index) => [gradeLabel(grade), texts[index] ?? ''])
  return { title: words.bands, header: [words.grade, heading], rows }
}

function formula(definition: ScoringDefinition, { locale, words }: Speech): string[] {
  if (definition.kind === 'count') return []
  const terms =
    definition.kind === 'product'
      ? definition.factors.map(({ labels }) => labels[locale]).join(' × ')
      : definition.factors.map(({ weight, factor }) => `${factor.labels[locale]} × ${weight}%`).join(' + ')
  return [words.formula(`${symbol} = ${terms}`)]
}

function matrixTable({ rows, columns, cells }: DefinitionOf<'matrix'>, { locale, words, gradeLabel }: Speech): MethodTable {
  const named = ({ options }: OptionFactor) => options.map(({ labels, value }) => `${labels[locale]} (${value})`)
  const rowNames = named(rows)
  return {
    title: words.cells,
    header: [`${rows.labels[locale]} \\ ${columns.labels[locale]}`, ...named(columns)],
    rows: cells.map((row, index) => [rowNames[index] ?? '', ...row.map(gradeLabel)]),
  }
}

function choiceTable({ factor }: DefinitionOf<'choice'>, { locale, words, gradeLabel }: Speech): MethodTable {
  return {
    title: words.bands,
    header: [factor.labels[locale], words.grade],
    rows: factor.options.map(({ labels, grade }) => [labels[locale], gradeLabel(grade)]),
  }
}

function overrideTable(definition: MethodDefinition, { locale, words, gradeLabel }: Speech): MethodTable[] {
  const rows = definition.overrides
    .filter(({ enabled }) => enabled)
    .map(({ labels, atLeast }) => [labels[locale], gradeLabel(atLeast)])
  if (rows.length === 0) return []
  return [{ title: words.overrideRules, header: [words.overrideRule, words.atLeastGrade], rows }]
}

function body(definition: MethodDefinition, speech: Speech): Pick<MethodDescription, 'paragraphs' | 'tables'> {
  const { intro } = speech.words
  if (definition.kind === 'choice') return { paragraphs: [intro.choice], tables: [choiceTable(definition, speech)] }
  if (definition.kind === 'matrix') return { paragraphs: [intro.matrix], tables: [matrixTable(definition, speech)] }
  return {
    paragraphs: [intro[definition.kind === 'count' ? definition.counted.of : definition.kind], ...formula(definition, speech)],
    tables: [...factorTables(definition, speech), bandTable(definition, speech)],
  }
}

/**
 * The method in plain words and tables, as the annual report prints it and the screen shows it. Built from the
 * definition alone, so that what is printed is what was applied. Override rules that are not in use are left out.
 */
export function describeMethod(definition: MethodDefinition, scale: Scale, locale: Locale): MethodDescription {
  const gradeLabel = (code: string) => levelOf(scale, code)?.labels[locale] ?? code
  const speech: Speech = { locale, words: methodWords[locale], gradeLabel }
  const { paragraphs, tables } = body(definition, speech)
  const overrides = overrideTable(definition, speech)
  return {
    title: definition.labels[locale],
    paragraphs: overrides.length > 0 ? [...paragraphs, speech.words.overrides] : paragraphs,
    tables: [...tables, ...overrides],
  }
}
