import Docxtemplater from 'docxtemplater'
import { strFromU8, strToU8, zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import { Refusal } from '#shared/model/refusal.ts'
import { plainText } from '../plain-text.ts'
import type { AdmittedForm } from './admit-form.ts'
import { checkPlaceholders } from './check-placeholders.ts'
import { packageParts } from './package-parts.ts'
import type { FormProperties } from './package-parts.ts'
import { placeholderTokens } from './placeholder-tokens.ts'
import type { PlaceholderToken } from './placeholder-tokens.ts'
import { namesOf } from './placeholders.ts'
import type { PlaceholderNames, Placeholders } from './placeholders.ts'
import { placeOf, unusable } from './unusable-form.ts'
import { xmlTokens } from './xml-tokens.ts'

/**
 * The placeholders a form uses, in order, each once.
 * @throws Refusal `form.…` naming the placeholder and where it stands
 */
export function inspectForm(form: AdmittedForm, names: PlaceholderNames): string[] {
  const used: PlaceholderToken[] = []
  for (const [path, content] of textParts(form)) {
    const tokens = placeholderTokens(path, content)
    const first = tokens[0]
    if (first !== undefined && placeOf(path) === 'other') throw unusable('placeholder-misplaced', { placeholder: first.raw, ...first.where })
    checkPlaceholders(tokens, names)
    used.push(...tokens)
  }
  // Tried with two rows of each list: what cannot be set out must not be found on the day of the report.
  for (const [path, content] of render(form, sampleOf(names))) if (content !== form.parts.get(path)) demandWhole(path, content)
  return [...new Set(used.filter(({ sign }) => sign !== 'end').map(({ raw }) => raw))]
}

/**
 * Puts a report's values into a form. Equal input gives equal bytes.
 * @param empty names that are known for this report and left empty in this edition
 */
export function fillForm(form: AdmittedForm, { values, empty, properties }: { values: Placeholders; empty: PlaceholderNames; properties: FormProperties }): Uint8Array {
  const names = merged(namesOf(values), empty)
  for (const [path, content] of textParts(form)) checkPlaceholders(placeholderTokens(path, content), names)
  const filled = render(form, { ...emptyOf(names), ...dataOf(values) })
  const parts: Zippable = {}
  for (const [path, content] of packageParts(form, filled, properties)) parts[path] = [content, { mtime: new Date(1980, 0, 1), level: /\.(?:png|jpe?g|gif)$/iu.test(path) ? 0 : 6 }]
  return zipSync(parts)
}

const textParts = ({ parts }: AdmittedForm): [string, Uint8Array][] => [...parts].filter(([path]) => path.endsWith('.xml') && !path.startsWith('customXml/'))

type Row = Record<string, string>
type Data = Record<string, string | Row[]>

const sampleOf = ({ fields, lists }: PlaceholderNames): Data =>
  Object.fromEntries<string | Row[]>([...fields.map((name): [string, string] => [name, '1']), ...[...lists].map(([name, columns]): [string, Row[]] => {
    const row = Object.fromEntries(columns.map((column) => [column, '1']))
    return [name, [row, row]]
  })])

const emptyOf = ({ fields, lists }: PlaceholderNames): Data =>
  Object.fromEntries<string | Row[]>([...fields.map((name): [string, string] => [name, '']), ...[...lists.keys()].map((name): [string, Row[]] => [name, []])])

const dataOf = ({ fields, lists }: Placeholders): Data => ({
  ...Object.fromEntries([...fields].map(([name, value]) => [name, plainText(value)])),
  ...Object.fromEntries([...lists].map(([name, { rows }]) => [name, rows.map((row) => Object.fromEntries([...row].map(([column, value]) => [column, plainText(value)])))])),
})

function merged(one: PlaceholderNames, other: PlaceholderNames): PlaceholderNames {
  const lists = new Map(other.lists)
  for (const [name, columns] of one.lists) lists.set(name, [...new Set([...columns, ...other.lists.get(name) ?? []])])
  return { fields: [...new Set([...one.fields, ...other.fields])], lists }
}

/** What the library needs of an archive: the form's parts under their names. */
class PartsOfForm {
  readonly files: Record<string, { readonly name: string; readonly dir: false; asText: () => string }> = {}
  readonly #contents: Map<string, Uint8Array>

  constructor(contents: ReadonlyMap<string, Uint8Array>) {
    this.#contents = new Map(contents)
    for (const name of this.#contents.keys()) this.#list(name)
  }

  file(name: string | RegExp, content?: string | Uint8Array): unknown {
    if (name instanceof RegExp) return Object.values(this.files).filter((file) => name.test(file.name))
    if (content === undefined) return this.files[name] ?? null
    this.#contents.set(name, typeof content === 'string' ? strToU8(content) : content)
    this.#list(name)
    return this
  }

  remove(name: string): this {
    this.#contents.delete(name)
    delete this.files[name]
    return this
  }

  get contents(): ReadonlyMap<string, Uint8Array> {
    return this.#contents
  }

  #list(name: string): void {
    this.files[name] = { name, dir: false, asText: () => strFromU8(this.#contents.get(name) ?? new Uint8Array()) }
  }
}

function render(form: AdmittedForm, data: Data): ReadonlyMap<string, Uint8Array> {
  const archive = new PartsOfForm(packageParts(form, form.parts))
  try {
    const document = new Docxtemplater(archive, {
      delimiters: { start: '{{', end: '}}' },
      syntax: { changeDelimiterPrefix: null },
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      nullGetter: () => '',
      // A name is looked up and nothing more: no path, no expression, nothing that every object has.
      parser: (tag) => ({ get: (scope: unknown) => valueOf(scope, tag.trim()) }),
    })
    document.render(data)
  } catch (error) {
    throw misplaced(error) ?? error
  }
  return new Map([...archive.contents].filter(([path]) => form.parts.has(path)))
}

/** A list that begins outside a table and ends inside it is repeated in halves, which no program opens. */
function demandWhole(path: string, content: Uint8Array): void {
  try {
    for (const _ of xmlTokens(path, content)) continue
  } catch (error) {
    throw error instanceof Refusal ? unusable('list-misplaced', { placeholder: '{{#…}}', place: placeOf(path) }) : error
  }
}

const valueOf = (scope: unknown, name: string): unknown => (typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name) ? Reflect.get(scope, name) : undefined)

/** The library's word on a placeholder that stands where it cannot be set out, such as a list begun in one table and ended in another. */
function misplaced(error: unknown): Error | undefined {
  const properties = propertyOf(error, 'properties')
  const errors = propertyOf(properties, 'errors')
  const first: unknown = Array.isArray(errors) ? propertyOf(errors[0], 'properties') : properties
  if (first === undefined) return undefined
  const tag = propertyOf(first, 'xtag')
  const file = propertyOf(first, 'file')
  const place = placeOf(typeof file === 'string' ? file : '')
  return unusable('list-misplaced', { placeholder: typeof tag === 'string' ? `{{${tag.slice(0, 80)}}}` : '', place })
}

const propertyOf = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined)
