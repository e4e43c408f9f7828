import type { Locale } from '../labels.ts'
import { levelOf, type Scale } from '../scales.ts'
import { attainableScores } from './attainable-scores.ts'
import { bandTexts } from './band-text.ts'
import type { DefinitionOf, MethodDefinition, ScoringDefinition } from './definition.ts'
import { factorTables } from './factor-tables.ts'
import type { OptionFactor } from './factors.ts'
import type { MethodDescription, MethodTable, Speech } from './method-description.ts'
import { methodWords } from './method-words.ts'

export type { MethodDescription } from './method-description.ts'

const symbol = 'D'

/** What the bands are read against: the score, the number of criteria met, or the number that was entered. */
function bandHeading(definition: ScoringDefinition, { locale, words }: Speech): string {
  if (definition.kind !== 'count') return words.score
  return definition.counted.of === 'number' ? definition.counted.factor.labels[locale] : words.criteriaMet
}

function countsWhole(definition: ScoringDefinition): boolean {
  return definition.kind === 'count' && (definition.counted.of === 'criteria' || definition.counted.factor.whole)
}

function bandTable(definition: ScoringDefinition, speech: Speech): MethodTable {
  const { words, gradeLabel } = speech
  const context = { symbol, scores: attainableScores(definition), any: words.any }
  const texts = bandTexts(definition.thresholds, countsWhole(definition), context)
  const rows = definition.thresholds.map(({ grade }, index) => [gradeLabel(grade), texts[index] ?? ''])
  return { title: words.bands, header: [words.grade, bandHeading(definition, speech)], rows }
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
