import { parseArgs } from 'node:util'
import { dataFolderAt, defaultFolder } from '#core/database/data-folder.ts'
import { openCore } from '#core/open-core.ts'
import { createRouter } from '#core/router.ts'
import { version } from '../calls/version.ts'
import { runCoreService } from './core-service.ts'
import { mainPrinter } from './main-printer.ts'
import { parentPortOf } from './parent-port.ts'

// The program of Electron's utility process.
const { data } = parseArgs({ options: { data: { type: 'string' } } }).values

const parent = parentPortOf(process)

await runCoreService({
  parent,
  open: () => openCore({ folder: data, version, printer: mainPrinter(parent) }),
  router: createRouter,
  faultFolder: dataFolderAt(data ?? defaultFolder()).logs,
  exit: (code) => process.exit(code),
})
