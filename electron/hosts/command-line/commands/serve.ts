import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from '#shared/model/refusal.ts'
import { builtPage, LIFE_WHEN_PRINTED, serveRegister } from '../../browser/serve-register.ts'
import type { Command } from '../command.ts'

/** Serves the screens to a browser on this computer until the program is told to stop. */
export const serve: Command = {
  usage: 'serve --data DIR [--port N]',
  options: { data: { type: 'string' }, port: { type: 'string' } },
  run: async (args, { say }) => {
    args.exactly()
    const data = args.required('data')
    const port = args.number('port', { min: 0, max: 65_535 }) ?? 0
    ensurePage()
    const stopped = toldToStop()
    const host = await serveRegister({ data, port, tokenLife: LIFE_WHEN_PRINTED, create: false })
    say({ url: host.url }, [host.url])
    await stopped
    await host.close()
    return {}
  },
}

/** Builds the screens where nobody has yet, as on a fresh clone; what the build says goes to stderr. */
function ensurePage(): void {
  if (existsSync(join(builtPage, 'index.html'))) return
  const build = fileURLToPath(new URL('../../../../build/build.ts', import.meta.url))
  const { status } = spawnSync(process.execPath, [build], { stdio: ['ignore', process.stderr, process.stderr] })
  if (status !== 0) throw new Refusal('page.not-built')
}

function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
