import { randomUUID } from 'node:crypto'
import { Paragraph, TextRun } from 'docx'

/** Parts of a document that are written when the document library has written the rest. */
export interface LateParts {
  /** Holds the place of a part. */
  readonly place: (write: () => string) => Paragraph
  /** Puts all parts into their places in the body of the document. */
  readonly fill: (xml: string) => string
}

/** No text of the register can be taken for a place: what marks them is made up anew for each document, and is gone from it in the end. */
export function lateParts(): LateParts {
  const mark = randomUUID()
  const parts: (() => string)[] = []
  return {
    place: (write) => new Paragraph({ children: [new TextRun(`${mark} ${parts.push(write) - 1}`)] }),
    fill: (xml) => {
      let filled = 0
      const whole = xml.replaceAll(new RegExp(`<w:p><w:r><w:t xml:space="preserve">${mark} (\\d+)</w:t></w:r></w:p>`, 'gu'), (_, number: string) => {
        filled++
        return parts[Number(number)]?.() ?? ''
      })
      if (filled !== parts.length) throw new Error(`${parts.length - filled} parts have no place in the document`)
      return whole
    },
  }
}
