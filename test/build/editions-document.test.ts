import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { editionsDocument } from '#build/editions-document.ts'

test('docs/editions.md is the table by which reports are written; npm run docs:editions writes it anew', () => {
  expect(readFileSync('docs/editions.md', 'utf8')).toBe(editionsDocument())
})
