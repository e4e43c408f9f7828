import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { permissionsDocument } from '#build/permissions-document.ts'

test('docs/permissions.md is the table by which the program decides; npm run docs:permissions writes it anew', () => {
  expect(readFileSync('docs/permissions.md', 'utf8')).toBe(permissionsDocument())
})
