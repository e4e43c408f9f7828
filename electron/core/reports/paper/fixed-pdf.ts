import { Refusal } from '#shared/model/refusal.ts'
import { plainLine } from '../plain-text.ts'
import type { Paper } from './paper.ts'

/** The program that set the paper, as a PDF names it. */
const creator = 'Integrity Risk Control'

/**
 * A printed paper so that the same paper gives the same bytes with the same browser, whenever and wherever in its work
 * that prints it: the day it was prepared in place of the moment, element numbers counted from the first. What the
 * paper carries where no reader sees it goes among the document's properties.
 * @throws Refusal `report.print-failed` where the bytes are not what a browser prints
 */
export function fixPdf(bytes: Uint8Array, paper: Paper): Uint8Array {
  const file = Buffer.from(bytes).toString('latin1')
  const trailer = /trailer\s*<<\/Size (\d+)\s*\/Root (\d+ 0 R)\s*\/Info (\d+) 0 R>>\s*startxref\s*(\d+)\s*%%EOF\s*$/u.exec(file)
  if (!file.startsWith('%PDF-') || trailer === null) throw new Refusal('report.print-failed')
  const [, size = '', root = '', info = '', previous = ''] = trailer
  const fixed = renumbered(withoutMoment(file, paper.preparedOn))
  const properties = `${info} 0 obj\n<<${propertiesOf(paper)}>>\nendobj\n`
  const table = `xref\n${info} 1\n${String(fixed.length).padStart(10, '0')} 00000 n \ntrailer\n<</Size ${size}\n/Root ${root}\n/Info ${info} 0 R\n/Prev ${previous}>>\nstartxref\n${fixed.length + properties.length}\n%%EOF\n`
  return new Uint8Array(Buffer.from(fixed + properties + table, 'latin1'))
}

/** Every place keeps its length, since the file's table counts bytes: time of printing, and which browser on which system. */
function withoutMoment(file: string, preparedOn: string): string {
  const day = `D:${preparedOn.replaceAll('-', '')}000000+00'00'`
  return file
    .replaceAll(/(\/(?:CreationDate|ModDate) \()(D:\d{14}\+00'00')\)/gu, (_, before: string) => `${before}${day})`)
    .replace(/(\/Creator \()((?:[^()\\]|\\.)*)\)/u, (_, before: string, agent: string) => `${before}${creator.slice(0, agent.length).padEnd(agent.length)})`)
}

/** A browser that has printed before goes on counting its elements. */
function renumbered(file: string): string {
  const numbers = new Map<string, string>()
  return file.replaceAll(/\(node(\d{8})\)/gu, (_, number: string) => {
    const known = numbers.get(number) ?? String(numbers.size + 1).padStart(8, '0')
    numbers.set(number, known)
    return `(node${known})`
  })
}

function propertiesOf({ title, organisation, preparedOn, properties = {} }: Paper): string {
  const day = `(D:${preparedOn.replaceAll('-', '')}000000+00'00')`
  const own = Object.entries(properties).map(([name, value]) => `/${pdfName(name)} ${pdfText(value)}`)
  return [`/Title ${pdfText(title)}`, `/Author ${pdfText(organisation)}`, `/Creator ${pdfText(creator)}`, `/CreationDate ${day}`, `/ModDate ${day}`, ...own].join('\n')
}

/** UTF-16 with its mark, in hexadecimal: nothing of a text can end it. */
function pdfText(text: string): string {
  return `<FEFF${Buffer.from(plainLine(text), 'utf16le').swap16().toString('hex').toUpperCase()}>`
}

function pdfName(name: string): string {
  return [...Buffer.from(plainLine(name), 'utf8')].map((byte) => (/[A-Za-z0-9_.-]/u.test(String.fromCodePoint(byte)) ? String.fromCodePoint(byte) : `#${byte.toString(16).padStart(2, '0')}`)).join('')
}
