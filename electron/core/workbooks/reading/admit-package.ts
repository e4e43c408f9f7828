import { zipSync } from 'fflate'
import { MAX_SHEETS, MAX_TREE_ELEMENTS } from '../limits.ts'
import { UnreadableWorkbook } from '../unreadable-workbook.ts'
import type { ReadProgress } from '../workbook.ts'
import { admitWorksheet, CellBudget } from './admit-worksheet.ts'
import { attributesOf, guardedXml } from './xml-guard.ts'
import { InflateBudget, inflateEntry, zipEntries, type ZipEntry } from './zip-archive.ts'

/** A package holding only what carries text, and which of its sheets hold cells (charts are sheets too). */
export interface AdmittedPackage {
  bytes: Uint8Array
  /** Places in the workbook's list of sheets. */
  worksheets: number[]
}

type Parts = Map<string, string>

// Pictures, charts, comments, pivot tables, links to other files: nothing of a register is in them, so no parser gets them.
const carriesText = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?!worksheets\/_rels|drawings|charts|media|pivot|external|theme|comments|threadedComments|printerSettings|slicer|tables|persons|ctrlProps|queryTables).*\.(?:xml|rels))$/iu
const worksheetRoot = /<(?:\w+:)?worksheet(?=[\s>])/u
const worksheetType = /\/worksheet$/u

function checkedParts(bytes: Uint8Array, entries: readonly ZipEntry[]): Parts {
  const budget = new InflateBudget()
  const parts: Parts = new Map()
  for (const entry of entries) {
    if (!/\.(?:xml|rels)$/iu.test(entry.name)) continue
    const { xml, elements } = guardedXml(inflateEntry(bytes, entry, budget))
    if (elements > MAX_TREE_ELEMENTS && !isWorksheet(xml)) throw new UnreadableWorkbook('file.too-complex')
    if (parts.has(entry.name)) throw new UnreadableWorkbook('file.not-a-workbook')
    if (carriesText.test(entry.name)) parts.set(entry.name, xml)
  }
  return parts
}

function tags(xml: string, local: string): Map<string, string>[] {
  const pattern = new RegExp(`<(?:\\w+:)?${local}(?=[\\s/>])[^>]*>`, 'gu')
  return [...xml.matchAll(pattern)].map(([tag]) => attributesOf(tag))
}

function relationId(attributes: Map<string, string>): string {
  for (const [name, value] of attributes) if (name.endsWith(':id')) return value
  return ''
}

/**
 * Which sheets of the workbook are worksheets.
 *
 * @throws UnreadableWorkbook file.too-complex where there are too many, or several share one part: each sharing would be
 *   read again, so a small file could ask for any amount of work
 */
function worksheetPlaces(parts: Parts): number[] {
  const listed = tags(parts.get('xl/workbook.xml') ?? '', 'sheet')
  // The library counts only the sheets that have a name and a part.
  const sheets = listed.filter((sheet) => (sheet.get('name') ?? '') !== '' && relationId(sheet) !== '')
  if (sheets.length > MAX_SHEETS) throw new UnreadableWorkbook('file.too-complex')
  const relations = tags(parts.get('xl/_rels/workbook.xml.rels') ?? '', 'Relationship')
  const worksheetIds = new Set(relations.filter((one) => worksheetType.test(one.get('Type') ?? '')).map((one) => one.get('Id') ?? ''))
  const places = [...sheets.keys()].filter((place) => worksheetIds.has(relationId(sheets[place] ?? new Map())))
  const held = [...parts.values()].filter((xml) => isWorksheet(xml)).length
  if (places.length > held) throw new UnreadableWorkbook(held === 0 ? 'file.not-a-workbook' : 'file.too-complex')
  return places
}

function isWorksheet(xml: string): boolean {
  return worksheetRoot.test(xml.slice(0, 4096))
}

function repack(parts: Parts, onProgress: (progress: ReadProgress) => void): Uint8Array {
  const cells = new CellBudget()
  const encoder = new TextEncoder()
  const total = [...parts.values()].filter((xml) => isWorksheet(xml)).length
  const files: Record<string, Uint8Array> = {}
  let done = 0
  for (const [name, xml] of parts) {
    const sheet = isWorksheet(xml)
    files[name] = encoder.encode(sheet ? admitWorksheet(xml, cells) : xml)
    if (sheet) onProgress({ what: 'sheet', done: ++done, total })
  }
  return zipSync(files, { level: 0 })
}

/**
 * Judges an .xlsx package and hands on a harmless one for the library to read: every part inflated within the budget,
 * free of declarations and bottomless nesting, the sheets thinned and counted, everything that carries no text left out.
 *
 * @throws UnreadableWorkbook
 */
export function admitPackage(bytes: Uint8Array, onProgress: (progress: ReadProgress) => void): AdmittedPackage {
  const entries = zipEntries(bytes)
  const names = new Set(entries.map((entry) => entry.name))
  if (names.has('xl/workbook.bin')) throw new UnreadableWorkbook('file.old-xls')
  if (!names.has('xl/workbook.xml')) throw new UnreadableWorkbook('file.not-a-workbook')
  const parts = checkedParts(bytes, entries)
  const worksheets = worksheetPlaces(parts)
  return { bytes: repack(parts, onProgress), worksheets }
}
