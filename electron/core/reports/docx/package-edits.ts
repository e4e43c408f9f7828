import type { PartEdit } from '../fixed-zip.ts'
import { fontTableXml } from './fonts.ts'
import { bodySize } from './page-format.ts'
import { offGridStyles } from './styles.ts'

/** What the document library cannot write, put into the parts of the package it wrote. */
export function packageEdits(preparedOn: string): Record<string, PartEdit> {
  return {
    'word/fontTable.xml': fontTableXml,
    'word/styles.xml': (xml) => offGrid(withNormalSize(xml)),
    'word/settings.xml': (xml) => replaceOnce(xml, '<w:compat>', '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'),
    'docProps/core.xml': (xml) => withFixedTimes(xml, preparedOn),
  }
}

/** The grid counts from the size of the style Normal, which the library leaves to the defaults. */
function withNormalSize(xml: string): string {
  const named = '<w:name w:val="Normal"/><w:qFormat/>'
  return replaceOnce(xml, named, `${named}<w:rPr><w:sz w:val="${bodySize}"/><w:szCs w:val="${bodySize}"/></w:rPr>`)
}

/** Titles, captions and tables have line heights of their own and stand off the grid. */
function offGrid(xml: string): string {
  return offGridStyles.reduce((whole, id) => {
    const start = whole.indexOf(`w:styleId="${id}"`)
    const spacing = whole.indexOf('<w:spacing ', start)
    if (start < 0 || spacing < 0) throw new Error(`style ${id} has no spacing to stand off the grid`)
    return `${whole.slice(0, spacing)}<w:snapToGrid w:val="0"/>${whole.slice(spacing)}`
  }, xml)
}

/** The library writes the moment of building; the report is as old as the day it was prepared. */
function withFixedTimes(xml: string, preparedOn: string): string {
  return xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${preparedOn}T00:00:00Z`)
}

/** A missing place means the library has changed what it writes; better to stop than to lose the page format. */
function replaceOnce(xml: string, place: string, replacement: string): string {
  if (!xml.includes(place)) throw new Error(`the document has no ${place}`)
  return xml.replace(place, () => replacement)
}
