import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { editionsDocument } from './editions-document.ts'

// `npm run docs:editions`; a test fails where the document is not what the table says.
writeFileSync(fileURLToPath(new URL('../docs/editions.md', import.meta.url)), editionsDocument())
