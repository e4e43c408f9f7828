import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pdfPages } from '#core/reports/package/pdf-pages.ts'

const pdf = (...objects: readonly (string | Buffer)[]): Uint8Array => Buffer.concat([Buffer.from('%PDF-1.7\n'), ...objects.flatMap((object) => [Buffer.from(object), Buffer.from('\n')]), Buffer.from('trailer <</Root 1 0 R>>\n%%EOF')])

test('pages are counted by their objects; the tree and its count are not pages', () => {
  expect(pdfPages(pdf('1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj', '2 0 obj <</Type /Pages /Count 2 /Kids [3 0 R 4 0 R]>> endobj', '3 0 obj <</Type/Page /Parent 2 0 R>> endobj', '4 0 obj <</Parent 2 0 R /Type /Page>> endobj'))).toBe(2)
})

test('an object written anew counts once, and words inside a stream count for nothing', () => {
  expect(pdfPages(pdf('3 0 obj <</Type /Page>> endobj', '5 0 obj <</Length 40>> stream\n9 0 obj <</Type /Page>> endobj 1234567\nendstream endobj', '3 0 obj <</Type /Page /Rotate 90>> endobj'))).toBe(1)
})

test('pages in a compressed list of objects are found', () => {
  const inner = '<</Type /Page>> <</Type /Pages /Count 2>> <</Type/Page/Parent 4 0 R>>'
  const head = '3 0 4 16 6 42 '
  const packed = deflateSync(Buffer.from(head + inner))
  expect(pdfPages(pdf(Buffer.concat([Buffer.from(`7 0 obj <</Type /ObjStm /N 3 /First ${head.length} /Filter /FlateDecode /Length ${packed.length}>> stream\n`), packed, Buffer.from('\nendstream endobj')])))).toBe(2)
})

test('what cannot be counted is not guessed', () => {
  expect(pdfPages(Buffer.from('no pdf'))).toBeUndefined()
  expect(pdfPages(pdf('1 0 obj <</Type /Catalog>> endobj'))).toBeUndefined()
  expect(pdfPages(Buffer.concat([pdf('3 0 obj <</Type /Page>> endobj'), Buffer.from('trailer <</Encrypt 9 0 R>>')]))).toBeUndefined()
  expect(pdfPages(pdf('7 0 obj <</Type /ObjStm /First 4 /Filter /FlateDecode>> stream\nbroken\nendstream endobj'))).toBeUndefined()
})
