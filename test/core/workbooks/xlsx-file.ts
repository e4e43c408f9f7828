import { strToU8, zipSync, type Zippable } from 'fflate'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export interface SheetPart {
  name: string
  xml: string | Uint8Array
  state?: 'hidden' | 'veryHidden'
}

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** A worksheet around ready-made rows (`<row>…</row>`) and what follows them. */
export function worksheet(rows: string, after = ''): string {
  return `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`
}

/** A worksheet of texts; '' leaves a cell out. */
export function textSheet(rows: readonly (readonly string[])[], merges: readonly string[] = []): string {
  const cells = rows.map((row, index) => {
    const filled = row.map((text, column) =>
      text === '' ? '' : `<c r="${columnLetters(column)}${index + 1}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`,
    )
    return `<row r="${index + 1}">${filled.join('')}</row>`
  })
  const merged = merges.length === 0 ? '' : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
  return worksheet(cells.join(''), merged)
}

export function workbookXml(sheets: readonly SheetPart[]): string {
  const list = sheets.map(({ name, state }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"${state === undefined ? '' : ` state="${state}"`}/>`)
  return `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list.join('')}</sheets></workbook>`
}

const styles = `${head}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`

const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`

/** The parts of an .xlsx package by name; extra parts replace or join them. */
export function packageParts(sheets: readonly SheetPart[], extra: Zippable = {}): Zippable {
  const sheetRelations = sheets.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
  const shared = 'xl/sharedStrings.xml' in extra ? relation('rIdShared', 'sharedStrings', 'sharedStrings.xml') : ''
  const parts: Zippable = {
    '[Content_Types].xml': strToU8(`${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`),
    '_rels/.rels': strToU8(`${head}<Relationships xmlns="${packageRelations}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`),
    'xl/workbook.xml': strToU8(workbookXml(sheets)),
    'xl/_rels/workbook.xml.rels': strToU8(`${head}<Relationships xmlns="${packageRelations}">${sheetRelations.join('')}${relation('rIdStyles', 'styles', 'styles.xml')}${shared}</Relationships>`),
    'xl/styles.xml': strToU8(styles),
  }
  for (const [index, { xml }] of sheets.entries()) parts[`xl/worksheets/sheet${index + 1}.xml`] = typeof xml === 'string' ? strToU8(xml) : xml
  return { ...parts, ...extra }
}

/** An .xlsx file built part by part, so that tests can make any part wrong. */
export function xlsxFile(sheets: readonly SheetPart[], extra: Zippable = {}): Uint8Array {
  return zipSync(packageParts(sheets, extra), { level: 1 })
}

/** An .xlsx file of one sheet of texts. */
export function tableFile(rows: readonly (readonly string[])[], merges: readonly string[] = []): Uint8Array {
  return xlsxFile([{ name: 'Sheet1', xml: textSheet(rows, merges) }])
}
