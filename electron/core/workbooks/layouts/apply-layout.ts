import type { Field } from '../forms/form-definition.ts'
import { LEVEL_MARK } from '../forms/header-key.ts'
import type { FormRecognition } from '../forms/recognise-form.ts'
import type { HandReading } from './layout.ts'

const lowestLevel = (title: string): string => title.split(LEVEL_MARK).at(-1)?.trim() ?? title

/**
 * The columns of a table as a person said them to be. A field goes to the first column that claims it; a factor needs a
 * title of its own, by which its method is found.
 */
export function applyLayout({ form, meanings }: Pick<HandReading, 'form' | 'meanings'>, titles: readonly string[]): FormRecognition {
  const mapping: Record<number, Field> = {}
  const factors: Record<number, string> = {}
  const [taken, names] = [new Set<Field>(), new Set<string>()]
  for (const [column, title] of titles.entries()) {
    const meaning = meanings.get(column)
    if (meaning === 'factor') {
      const name = lowestLevel(title)
      if (form.freeFactors === true && name !== '' && !names.has(name)) factors[column] = name
      names.add(name)
    } else if (meaning !== undefined && meaning !== 'ignore' && !taken.has(meaning) && form.columns.some(({ field }) => field === meaning)) {
      mapping[column] = meaning
      taken.add(meaning)
    }
  }
  const named = [...titles.keys()].filter((column) => (titles[column] ?? '') !== '' && meanings.get(column) !== 'ignore')
  const unknown = named.filter((column) => mapping[column] === undefined && factors[column] === undefined)
  const missing = form.columns.filter((column) => column.required === true && !taken.has(column.field)).map(({ field }) => field)
  return { form, mapping, factors, unknown, missing, score: named.length === 0 ? 0 : 1 - unknown.length / named.length }
}
