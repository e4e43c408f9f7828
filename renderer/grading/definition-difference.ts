import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import { describeMethod } from '#shared/model/grading/describe-method.ts'
import type { Locale } from '#shared/model/labels.ts'
import type { Scale } from '#shared/model/scales.ts'

export interface DifferentLine { readonly kind: 'gone' | 'new'; readonly text: string }
export interface Worded { readonly definition: MethodDefinition; readonly scale: Scale }

/** A method as lines that can be compared: its name, what it says, and every row of its tables under the table's title. */
function linesOf({ definition, scale }: Worded, locale: Locale): string[] {
  const { title, paragraphs, tables } = describeMethod(definition, scale, locale)
  const rows = tables.flatMap((table) => table.rows.map((row) => `${table.title} — ${row.map((text, column) => (column === 0 ? text : `${table.header[column] ?? ''} ${text}`)).join(' · ')}`))
  return [title, scale.labels[locale], ...paragraphs, ...rows]
}

/** What the words of two versions say differently, in the order of the newer one; what is gone stands before what took its place. */
export function differenceInWords(before: Worded, after: Worded, locale: Locale): DifferentLine[] {
  const [old, now] = [linesOf(before, locale), linesOf(after, locale)]
  const lengths = commonLengths(old, now)
  const lines: DifferentLine[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) { i++; j++ }
    else if (i < old.length && (j === now.length || at(lengths, i + 1, j) >= at(lengths, i, j + 1))) lines.push({ kind: 'gone', text: old[i++] ?? '' })
    else lines.push({ kind: 'new', text: now[j++] ?? '' })
  }
  return lines
}

const at = (lengths: readonly (readonly number[])[], i: number, j: number): number => lengths[i]?.[j] ?? 0

/** Length of the longest common run of lines from i and j on; methods have some dozen lines, so the plain table serves. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => Array.from({ length: now.length + 1 }, () => 0))
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const row = lengths[i]
      if (row !== undefined) row[j] = old[i] === now[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1))
    }
  }
  return lengths
}
