import { parseArgs } from 'node:util'
import { build, Platform } from 'electron-builder'
import { packaging } from './electron-builder.ts'
import { ensureBuilt } from './ensure-built.ts'

// `npm run package` makes the installers of this computer's platform, or of the one named; `-- --dir` only the
// unpacked program. Electron is fetched unless `--electron-dist` names a folder that has it.
const { values } = parseArgs({
  options: {
    dir: { type: 'boolean', default: false },
    win: { type: 'boolean', default: false },
    linux: { type: 'boolean', default: false },
    mac: { type: 'boolean', default: false },
    'electron-dist': { type: 'string' },
    output: { type: 'string' },
  },
})
const { 'electron-dist': electronFolder, output } = values
const named = ([['win', Platform.WINDOWS], ['linux', Platform.LINUX], ['mac', Platform.MAC]] as const).filter(([name]) => values[name]).map(([, platform]) => platform)
const platforms = named.length > 0 ? named : [Platform.current()]

ensureBuilt()
await build({
  targets: new Map(platforms.flatMap((platform) => [...platform.createTarget(values.dir ? 'dir' : null)])),
  publish: 'never',
  config: packaging({ ...(electronFolder === undefined ? {} : { electronFolder }), ...(output === undefined ? {} : { output }) }),
})
