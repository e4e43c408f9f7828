import { unusable } from './unusable-form.ts'
import type { XmlToken } from './xml-tokens.ts'

/**
 * Fields that only show what is in the document or on the clock. Everything else is refused, above all what fetches
 * (INCLUDETEXT, INCLUDEPICTURE, LINK, DATABASE, RD), starts something (DDE, DDEAUTO, MACROBUTTON, EMBED) or asks.
 */
const harmless = new Set([
  'PAGE', 'NUMPAGES', 'SECTION', 'SECTIONPAGES', 'PAGEREF', 'REF', 'NOTEREF', 'SEQ', 'STYLEREF', 'TOC', 'TC', 'DATE', 'TIME', 'CREATEDATE', 'SAVEDATE', 'PRINTDATE', 'EQ', 'SYMBOL', 'ADVANCE', 'TITLE', 'SUBJECT',
])

/** A jump within the document. */
const inside = /^HYPERLINK\s+\\l\s+"[^"\\{}]*"(?:\s+\\[a-z](?:\s+"[^"\\{}]*")?)*\s*$/iu

function judge(code: string, path: string): void {
  const text = code.trim()
  if (text === '') return
  const name = (/^\S+/u.exec(text)?.[0] ?? '').toUpperCase()
  const allowed = (harmless.has(name) || inside.test(text)) && !text.includes('{{')
  if (!allowed) throw unusable('field', { part: path, field: text.slice(0, 60) })
}

/** Fields of one part as it is read, told apart from the text they show; a code may be spread over any number of runs. */
export class FieldCodes {
  readonly #path: string
  readonly #open: { code: string; ended: boolean }[] = []
  #inInstruction = false
  #loose = ''

  constructor(path: string) {
    this.#path = path
  }

  /** Whether text that is read now is part of a field's code and not shown. */
  get inCode(): boolean {
    return this.#open.some(({ ended }) => !ended)
  }

  /** @throws Refusal `form.field` */
  take(token: XmlToken): void {
    if (token.kind === 'text') this.#text(token.text)
    else if (token.name === 'instrText' || token.name === 'delInstrText') this.#inInstruction = token.kind === 'open'
    else if (token.kind === 'open' && token.name === 'fldSimple') judge(token.attributes.get('instr') ?? '', this.#path)
    else if (token.kind === 'open' && token.name === 'fldChar') this.#mark(token.attributes.get('fldCharType') ?? '')
  }

  /** @throws Refusal `form.field` where a field was begun and never ended */
  end(): void {
    if (this.#open.length > 0) throw unusable('field', { part: this.#path, field: this.#open[0]?.code.trim().slice(0, 60) ?? '' })
    judge(this.#loose, this.#path)
  }

  #text(text: string): void {
    const field = this.#open.findLast(({ ended }) => !ended)
    if (field !== undefined) field.code += text
    else if (this.#inInstruction) this.#loose += text
  }

  #mark(type: string): void {
    const field = this.#open.at(-1)
    if (type === 'begin') this.#open.push({ code: '', ended: false })
    else if (field === undefined) throw unusable('field', { part: this.#path, field: type })
    else {
      if (!field.ended) judge(field.code, this.#path)
      if (type === 'end') this.#open.pop()
      else field.ended = true
    }
  }
}
