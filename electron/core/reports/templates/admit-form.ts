import type { XmlToken } from './xml-tokens.ts'
import { InflateBudget, inflateEntry, zipEntries } from '../../workbooks/reading/zip-archive.ts'
import { UnreadableWorkbook } from '../../workbooks/unreadable-workbook.ts'
import { FieldCodes } from './field-codes.ts'
import { largestForm } from '#shared/model/report-forms.ts'
import { mostParts } from './template-limits.ts'
import { unusable } from './unusable-form.ts'
import { xmlTokens } from './xml-tokens.ts'

/** A Word file in which nothing runs, fetches or leads outside. */
export interface AdmittedForm {
  /** Path of the document's body. */
  readonly main: string
  /** Everything but the lists of content types and relations of the package as a whole and its properties, which are written anew. */
  readonly parts: ReadonlyMap<string, Uint8Array>
  readonly types: ContentTypes
}

interface ContentTypes {
  /** By ending of the name, in small letters. */
  readonly defaults: ReadonlyMap<string, string>
  /** By path. */
  readonly overrides: ReadonlyMap<string, string>
}

const typesPath = '[Content_Types].xml'
const rootPath = '_rels/.rels'
const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

const allowedEndings = /\.(?:xml|rels|png|jpe?g|gif|bmp|tiff?|emf|wmf|odttf)$/iu
const macroNames = /vbaProject|vbaData|customUI|attachedToolbars/iu
const embeddedNames = /activeX|embeddings|oleObject|\.bin$/iu

/** What a part may refer to; all of it lies in the file itself. */
const allowedRelations = new Set([
  'officeDocument', 'core-properties', 'extended-properties', 'custom-properties', 'thumbnail', 'styles', 'stylesWithEffects', 'settings', 'webSettings', 'fontTable', 'theme', 'numbering',
  'header', 'footer', 'footnotes', 'endnotes', 'image', 'font', 'customXml', 'customXmlProps', 'glossaryDocument',
])
const macroRelations = new Set(['vbaProject', 'wordVbaData', 'keyMapCustomizations', 'attachedToolbars', 'extensibility'])
const commentRelations = new Set(['comments', 'commentsExtended', 'commentsIds', 'commentsExtensible', 'people'])

/** Elements that bring something else into the document or lead out of it. */
const foreignElements = new Set(['altChunk', 'object', 'OLEObject', 'control', 'subDoc', 'attachedTemplate', 'mailMerge', 'dataSource', 'frameset', 'frame', 'movie', 'applet', 'script', 'webVideoPr', 'contentPart', 'saveThroughXslt'])
/** Changes with the names of those who made them: they would be read by whoever gets the report. */
const trackedElements = new Set(['ins', 'del', 'moveFrom', 'moveTo', 'rPrChange', 'pPrChange', 'tblPrChange', 'trPrChange', 'tcPrChange', 'sectPrChange', 'cellIns', 'cellDel', 'cellMerge', 'numberingChange'])

/** Attributes that name a vocabulary; nothing is fetched by them. */
const vocabularies = /^(?:.*:)?(?:uri|schemaLocation|noNamespaceSchemaLocation)$/u
const address = /^\s*(?:[a-z][a-z0-9+.-]*:(?:\/\/|\\\\)|\/\/|\\\\|(?:file|mailto|javascript|data|vbscript):)/iu

/**
 * Takes a Word file apart and refuses whatever runs code, fetches from elsewhere, hides from a reader or costs too much.
 * @throws Refusal `form.…` naming the part
 */
export function admitForm(bytes: Uint8Array): AdmittedForm {
  if (bytes.length > largestForm) throw unusable('too-large', { limitMb: largestForm / 1024 / 1024 })
  const files = unpacked(bytes)
  const types = contentTypes(files)
  for (const [path, content] of files) {
    if (path.endsWith('.rels')) judgeRelations(path, content)
    else if (path !== typesPath && path.toLowerCase().endsWith('.xml')) judgePart(path, content)
  }
  const main = mainPart(files)
  if (types.overrides.get(main) !== mainType) throw unusable('not-docx')
  const parts = new Map([...files].filter(([path]) => path !== typesPath && path !== rootPath && !path.startsWith('docProps/')))
  return { main, parts, types: { defaults: types.defaults, overrides: new Map([...types.overrides].filter(([path]) => parts.has(path))) } }
}

function unpacked(bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    const entries = zipEntries(bytes)
    if (entries.length > mostParts) throw unusable('too-complex')
    const budget = new InflateBudget()
    const files = new Map<string, Uint8Array>()
    for (const entry of entries) {
      if (entry.name.endsWith('/')) continue
      judgeName(entry.name, files)
      files.set(entry.name, inflateEntry(bytes, entry, budget))
    }
    return files
  } catch (error) {
    throw error instanceof UnreadableWorkbook ? unusable(error.code === 'file.too-large' || error.code === 'file.too-complex' ? 'too-complex' : 'not-docx') : error
  }
}

function judgeName(path: string, known: ReadonlyMap<string, Uint8Array>): void {
  if (macroNames.test(path)) throw unusable('macros', { part: path })
  if (embeddedNames.test(path)) throw unusable('embedded', { part: path })
  if (!allowedEndings.test(path)) throw unusable('part-not-allowed', { part: path })
  // Two parts of one name, or names that differ only by case: readers disagree on which one counts.
  if ([...known.keys()].some((other) => other.toLowerCase() === path.toLowerCase()) || path.split('/').includes('..')) throw unusable('part-broken', { part: path })
}

function contentTypes(files: ReadonlyMap<string, Uint8Array>): ContentTypes {
  const content = files.get(typesPath)
  if (content === undefined) throw unusable('not-docx')
  const defaults = new Map<string, string>()
  const overrides = new Map<string, string>()
  for (const token of xmlTokens(typesPath, content)) {
    if (token.kind !== 'open') continue
    const type = token.attributes.get('ContentType') ?? ''
    if (/macroEnabled|vba|activeX|ms-office\.(?:activeX|wordAttachedToolbars)/iu.test(type)) throw unusable('macros', { part: token.attributes.get('PartName') ?? typesPath })
    if (token.name === 'Default') defaults.set((token.attributes.get('Extension') ?? '').toLowerCase(), type)
    if (token.name === 'Override') overrides.set((token.attributes.get('PartName') ?? '').replace(/^\//u, ''), type)
  }
  return { defaults, overrides }
}

function mainPart(files: ReadonlyMap<string, Uint8Array>): string {
  const content = files.get(rootPath)
  if (content === undefined) throw unusable('not-docx')
  for (const token of xmlTokens(rootPath, content)) {
    if (token.kind !== 'open' || !(token.attributes.get('Type') ?? '').endsWith('/officeDocument')) continue
    const main = (token.attributes.get('Target') ?? '').replace(/^\//u, '')
    if (files.has(main)) return main
  }
  throw unusable('not-docx')
}

function judgeRelations(path: string, content: Uint8Array): void {
  for (const token of xmlTokens(path, content)) {
    if (token.kind !== 'open' || token.name !== 'Relationship') continue
    const type = (token.attributes.get('Type') ?? '').split('/').at(-1) ?? ''
    const target = token.attributes.get('Target') ?? ''
    if (macroRelations.has(type)) throw unusable('macros', { part: path })
    if (commentRelations.has(type)) throw unusable('comments')
    if ((token.attributes.get('TargetMode') ?? 'Internal').toLowerCase() !== 'internal' || address.test(target) || leavesPackage(path, target)) throw unusable('external', { part: path, target: target.slice(0, 80) })
    if (!allowedRelations.has(type)) throw unusable('embedded', { part: target.slice(0, 80) })
  }
}

/** Whether a relative target climbs out of the package, or is no path at all. */
function leavesPackage(rels: string, target: string): boolean {
  if (/[\\?%]|:/u.test(target)) return true
  let depth = target.startsWith('/') ? 0 : rels.split('/').length - 2
  for (const step of target.split('/')) {
    if (step === '..') depth -= 1
    else if (step !== '' && step !== '.') depth += 1
    if (depth < 0) return true
  }
  return false
}

function judgePart(path: string, content: Uint8Array): void {
  const fields = new FieldCodes(path)
  for (const token of xmlTokens(path, content)) {
    fields.take(token)
    if (token.kind === 'open') judgeElement(path, token)
  }
  fields.end()
}

function judgeElement(path: string, { name, attributes }: Extract<XmlToken, { kind: 'open' }>): void {
  if (foreignElements.has(name)) throw unusable('embedded', { part: `${path} <${name}>` })
  if (trackedElements.has(name)) throw unusable('tracked')
  for (const [attribute, value] of attributes) {
    if (address.test(value) && !vocabularies.test(attribute)) throw unusable('external', { part: path, target: value.slice(0, 80) })
  }
}
