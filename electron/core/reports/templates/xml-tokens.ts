import { deepest, largestPart } from './template-limits.ts'
import { unusable } from './unusable-form.ts'

/** A piece of an XML part. Names are without their prefix, since what stands before the colon is the writer's choice. */
export type XmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly empty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text with its entities and character references put in; an unknown entity is a fault of the part. */
function decoded(raw: string, broken: () => Error): string {
  return raw.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);|&/giu, (_whole, name: string | undefined) => {
    if (name === undefined) throw broken()
    const code = name.startsWith('#x') || name.startsWith('#X') ? Number.parseInt(name.slice(2), 16) : name.startsWith('#') ? Number(name.slice(1)) : undefined
    if (code !== undefined && code <= 0x10_ff_ff) return String.fromCodePoint(code)
    const character = code === undefined && Object.hasOwn(entities, name) ? entities[name] : undefined
    if (character === undefined) throw broken()
    return character
  })
}

const piece = /<(\/?)([^\s<>/"'=!?]+)((?:\s+[^\s<>/"'=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|<\?xml\s[^<>]*\?>|([^<]+)/guy
const attribute = /([^\s<>/"'=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu
const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The text of a part. Another encoding than UTF-8 would let hidden words pass a search, and Word writes none. */
function textOf(path: string, bytes: Uint8Array): string {
  if (bytes.length > largestPart) throw unusable('part-too-large', { part: path })
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (/^<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8["'])/iu.test(text)) throw unusable('part-broken', { part: path })
    return text
  } catch {
    throw unusable('part-broken', { part: path })
  }
}

/**
 * Reads an XML part piece by piece and refuses what is not well formed. Declarations, comments, processing instructions
 * and CDATA are refused: Word writes none into these parts, and each is a way to show two readers two different texts.
 * @throws Refusal `form.part-broken`, `form.part-too-large`
 */
export function* xmlTokens(path: string, bytes: Uint8Array): Generator<XmlToken, void, void> {
  const broken = () => unusable('part-broken', { part: path })
  const text = textOf(path, bytes)
  const open: string[] = []
  let at = 0
  for (const match of text.matchAll(piece)) {
    if (match.index !== at) throw broken()
    at += match[0].length
    const [, slash, name, raw = '', selfClosing, characters] = match
    if (characters !== undefined) {
      if (open.length === 0 && characters.trim() !== '') throw broken()
      yield { kind: 'text', text: decoded(characters, broken) }
    } else if (name === undefined) {
      if (match.index !== 0) throw broken()
    } else if (slash === '/') {
      if (raw !== '' || selfClosing === '/' || open.pop() !== name) throw broken()
      yield { kind: 'close', name: localName(name) }
    } else {
      const empty = selfClosing === '/'
      if (!empty && open.push(name) > deepest) throw broken()
      yield { kind: 'open', name: localName(name), attributes: attributesOf(raw, broken), empty }
      if (empty) yield { kind: 'close', name: localName(name) }
    }
  }
  if (at !== text.length || open.length > 0) throw broken()
}

function attributesOf(raw: string, broken: () => Error): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single] of raw.matchAll(attribute)) {
    // A namespace is a name that looks like an address and leads nowhere.
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue
    const local = localName(name)
    found.set(found.has(local) ? name : local, decoded(double ?? single ?? '', broken))
  }
  return found
}
