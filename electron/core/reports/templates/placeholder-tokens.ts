import { FieldCodes } from './field-codes.ts'
import { longestName, mostPlaceholders } from './template-limits.ts'
import { placeOf, unusable } from './unusable-form.ts'
import { xmlTokens } from './xml-tokens.ts'

/** Marks of a placeholder: a value, a list that is repeated, a passage shown only where a list is empty, the end of either. */
export type PlaceholderSign = 'value' | 'list' | 'unless' | 'end'

export interface PlaceholderToken {
  readonly sign: PlaceholderSign
  readonly name: string
  /** As it stands in the document, braces included. */
  readonly raw: string
  readonly where: Whereabouts
}

/** Where something stands, as a person finds it. A type and not an interface, so that it goes into a refusal as it is. */
export type Whereabouts = {
  readonly place: ReturnType<typeof placeOf>
  /** Counted from 1 over all paragraphs of the part, those in tables included. */
  readonly paragraph: number
  /** The paragraph's text around it. */
  readonly text: string
}

const signs: Readonly<Record<string, PlaceholderSign>> = { '#': 'list', '^': 'unless', '/': 'end' }

interface Paragraph { readonly number: number; text: string }

/** The texts of a part's paragraphs in order; text boxes stand inside a paragraph and are paragraphs of their own. */
function paragraphsOf(path: string, content: Uint8Array): Paragraph[] {
  const all: Paragraph[] = []
  const open: Paragraph[] = []
  const fields = new FieldCodes(path)
  let inText = 0
  for (const token of xmlTokens(path, content)) {
    fields.take(token)
    if (token.kind === 'text') {
      const paragraph = open.at(-1)
      if (inText > 0 && paragraph !== undefined && !fields.inCode) paragraph.text += token.text
    } else if (token.name === 't') inText += token.kind === 'open' ? 1 : -1
    else if (token.name === 'p' && token.kind === 'open') {
      const paragraph = { number: all.length + 1, text: '' }
      all.push(paragraph)
      open.push(paragraph)
    } else if (token.name === 'p') open.pop()
  }
  return all
}

const around = 24
const excerpt = (text: string, at: number, length: number): string => text.slice(Math.max(0, at - around), at + Math.min(length, 60) + around).trim()

/**
 * The placeholders of a part in the order they stand in.
 * @throws Refusal `form.placeholder-unclosed`, `form.placeholder-unopened`, `form.placeholder-wide`, `form.placeholder-broken`,
 * `form.too-complex`
 */
export function placeholderTokens(path: string, content: Uint8Array): PlaceholderToken[] {
  const place = placeOf(path)
  const found: PlaceholderToken[] = []
  for (const { number, text } of paragraphsOf(path, content)) {
    for (const { at, raw } of pieces(text)) {
      const where: Whereabouts = { place, paragraph: number, text: excerpt(text, at, raw.length) }
      found.push(tokenOf(raw, where))
      if (found.length > mostPlaceholders) throw unusable('too-complex')
    }
  }
  return found
}

/** Every place where braces stand in pairs, whole or not. Full-width ones come from a Chinese keyboard and mean the same. */
function* pieces(text: string): Generator<{ at: number; raw: string }, void, void> {
  for (let at = 0; at < text.length;) {
    const next = /\{\{|\}\}|｛｛|｝｝/u.exec(text.slice(at))
    if (next === null) return
    const start = at + next.index
    const end = next[0] === '{{' ? text.indexOf('}}', start + 2) : -1
    const stop = end === -1 ? Math.min(text.length, start + 40) : end + 2
    yield { at: start, raw: text.slice(start, stop) }
    at = stop
  }
}

function tokenOf(raw: string, where: Whereabouts): PlaceholderToken {
  const at = { placeholder: raw.slice(0, longestName), ...where }
  if (raw.startsWith('｛') || raw.startsWith('｝')) throw unusable('placeholder-wide', at)
  if (raw.startsWith('}}')) throw unusable('placeholder-unopened', at)
  if (!raw.endsWith('}}') || raw.length < 4) throw unusable('placeholder-unclosed', at)
  const inner = raw.slice(2, -2)
  const first = inner.slice(0, 1)
  const sign = Object.hasOwn(signs, first) ? signs[first] ?? 'value' : 'value'
  const name = (sign === 'value' ? inner : inner.slice(1)).trim()
  // Only what is looked up by name; other marks of the library (raw XML, other braces, whole elements) are none of ours.
  if (name === '' || name.length > longestName || /[{}]/u.test(name) || /^[@=\-#^/$!&*:]/u.test(name)) throw unusable('placeholder-broken', at)
  return { sign, name, raw, where }
}
