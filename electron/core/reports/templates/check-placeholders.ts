import type { PlaceholderNames } from './placeholders.ts'
import type { PlaceholderToken } from './placeholder-tokens.ts'
import { unusable } from './unusable-form.ts'

/**
 * Holds the placeholders of one part against what the report has to put in, and their beginnings against their ends.
 * @throws Refusal `form.placeholder-unknown`, `form.list-unknown`, `form.list-unended`, `form.list-unbegun`, `form.list-as-value`
 */
export function checkPlaceholders(tokens: readonly PlaceholderToken[], names: PlaceholderNames): void {
  const known = new Set(names.fields)
  const lists = new Map([...names.lists].map(([name, columns]) => [name, new Set(columns)]))
  const open: PlaceholderToken[] = []
  for (const token of tokens) {
    const { sign, name, raw, where } = token
    const at = { placeholder: raw, ...where }
    if (sign === 'value') {
      if (known.has(name) || open.some((list) => list.sign === 'list' && lists.get(list.name)?.has(name) === true)) continue
      throw unusable(lists.has(name) ? 'list-as-value' : 'placeholder-unknown', at)
    }
    if (sign === 'end') {
      const begun = open.pop()
      if (begun === undefined) throw unusable('list-unbegun', at)
      if (begun.name !== name) throw unusable('list-unended', { placeholder: begun.raw, ...begun.where })
      continue
    }
    if (!lists.has(name)) throw unusable('list-unknown', at)
    if (open.some((list) => list.name === name)) throw unusable('list-unended', at)
    open.push(token)
  }
  const last = open.at(-1)
  if (last !== undefined) throw unusable('list-unended', { placeholder: last.raw, ...last.where })
}
