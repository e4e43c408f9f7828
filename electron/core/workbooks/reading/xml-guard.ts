import { MAX_XML_DEPTH } from '../limits.ts'
import { UnreadableWorkbook } from '../unreadable-workbook.ts'

// A declaration can stand only before the root element, but a hostile file may pad the prolog with comments.
const declaration = /<!\s*(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/iu

const GREATER = 0x3e
const SLASH = 0x2f
const BANG = 0x21
const QUESTION = 0x3f
const DOUBLE_QUOTE = 0x22
const SINGLE_QUOTE = 0x27

function tagEnd(xml: string, from: number): number {
  let quote = 0
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at)
    if (quote !== 0) quote = code === quote ? 0 : quote
    else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) quote = code
    else if (code === GREATER) return at
  }
  return xml.length
}

function depthChange(xml: string, open: number, close: number): number {
  const first = xml.charCodeAt(open + 1)
  if (first === BANG || first === QUESTION) return 0
  if (first === SLASH) return -1
  return xml.charCodeAt(close - 1) === SLASH ? 0 : 1
}

/** Checks how deep elements nest and counts them. */
function countElements(xml: string): number {
  let elements = 0
  let depth = 0
  let at = xml.indexOf('<')
  while (at !== -1) {
    const end = xml.charCodeAt(at + 1) === BANG || xml.charCodeAt(at + 1) === QUESTION ? at + 1 : tagEnd(xml, at + 1)
    const change = depthChange(xml, at, end)
    if (change >= 0) elements += 1
    depth += change
    if (depth > MAX_XML_DEPTH) throw new UnreadableWorkbook('file.too-complex')
    at = xml.indexOf('<', end)
  }
  return elements
}

/** An XML part found harmless. */
export interface GuardedXml {
  xml: string
  /** How many elements it has, give or take comments. */
  elements: number
}

/**
 * The text of an XML part: UTF-8, or UTF-16 where it begins with that mark.
 *
 * Office writes no document type into its files, and the standard forbids it (ECMA-376 part 2, 8.3.3 rule M1.17), so
 * any declaration is refused before a parser sees it: external entities read files, nested entities fill the memory.
 *
 * @throws UnreadableWorkbook file.external-entities or file.too-complex
 */
export function guardedXml(content: Uint8Array): GuardedXml {
  const wide = content[0] === 0xff && content[1] === 0xfe ? 'utf-16le' : content[0] === 0xfe && content[1] === 0xff ? 'utf-16be' : 'utf-8'
  const xml = new TextDecoder(wide).decode(content)
  if (declaration.test(xml)) throw new UnreadableWorkbook('file.external-entities')
  return { xml, elements: countElements(xml) }
}

/** The attributes of a start tag as written, without decoding entities. */
export function attributesOf(tag: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single] of tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)) {
    found.set(name, double ?? single ?? '')
  }
  return found
}

