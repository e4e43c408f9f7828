import { Header, Paragraph, TextRun } from 'docx'
import type { PartEdit } from '../fixed-zip.ts'
import { plainLine, xmlText } from '../plain-text.ts'
import { textWidth } from '../text-width.ts'

/** Stands in the headers the library writes until the shape is put there. */
const place = 'WATERMARK'

/** Headers for odd and even pages that will hold the watermark. */
export function watermarkHeaders(): { default: Header; even: Header } {
  return { default: emptyHeader(), even: emptyHeader() }
}

function emptyHeader(): Header {
  return new Header({ children: [new Paragraph({ children: [new TextRun(place)] })] })
}

/** Puts the shape into the header parts of so many sections. */
export function watermarkEdits(watermark: string, sections: number): Record<string, PartEdit> {
  return Object.fromEntries(Array.from({ length: sections * 2 }, (_, index) => [`word/header${index + 1}.xml`, (xml: string) => withShape(xml, watermark, index + 1)]))
}

function withShape(xml: string, watermark: string, id: number): string {
  const run = new RegExp(`<w:r>(?:(?!<w:r>).)*${place}.*?</w:r>`, 's')
  if (!run.test(xml)) throw new Error('the header has no place for the watermark')
  return xml.replace(run, () => `<w:r>${shape(plainLine(watermark), id)}</w:r>`)
}

/** Longest side of the text on a page, points; its height follows from the number of characters. */
const longest = 420
const tallest = 90

/**
 * The kind of shape Word itself makes for a watermark (WordArt in VML, name PowerPlusWaterMarkObject), which WPS and
 * LibreOffice know as well: pale, turned, in the middle of the page, behind the text.
 */
function shape(text: string, id: number): string {
  const height = Math.min(tallest, Math.round((longest / Math.max(2, textWidth(text))) * 2))
  const width = Math.round((textWidth(text) / 2) * height)
  const formulas = ['sum #0 0 10800', 'prod #0 2 1', 'sum 21600 0 @1', 'sum 0 0 @2', 'sum 21600 0 @3', 'if @0 @3 0', 'if @0 21600 @1', 'if @0 0 @2', 'if @0 @4 21600', 'mid @5 @6', 'mid @8 @5', 'mid @7 @8', 'mid @6 @7', 'sum @6 0 @5']
  const type = '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
    + `<v:formulas>${formulas.map((equation) => `<v:f eqn="${equation}"/>`).join('')}</v:formulas>`
    + '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    + '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
  const style = `position:absolute;margin-left:0;margin-top:0;width:${width}pt;height:${height}pt;rotation:315;z-index:-251658752;`
    + 'mso-position-horizontal:center;mso-position-horizontal-relative:page;mso-position-vertical:center;mso-position-vertical-relative:page'
  return `<w:pict>${type}<v:shape id="PowerPlusWaterMarkObject${id}" o:spid="_x0000_s${2048 + id}" type="#_x0000_t136" alt="" style="${style}" o:allowincell="f" fillcolor="#b8b8b8" stroked="f">`
    + `<v:fill opacity=".4"/><v:textpath style="font-family:&quot;黑体&quot;;font-size:1pt" string="${xmlText(text)}"/><w10:wrap anchorx="page" anchory="page"/></v:shape></w:pict>`
}
