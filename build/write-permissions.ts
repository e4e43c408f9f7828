import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { permissionsDocument } from './permissions-document.ts'

// `npm run docs:permissions`; a test fails where the document is not what the table says.
writeFileSync(fileURLToPath(new URL('../docs/permissions.md', import.meta.url)), permissionsDocument())
