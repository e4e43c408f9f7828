import { statSync } from 'node:fs'
import { copyOut } from '#core/database/copies/copy-out.ts'
import { finishAnswer } from '../answers.ts'
import type { Command } from '../command.ts'
import { finish, withCore } from '../core-client.ts'

/** Makes a checked copy of the register where one wants it, beside those the data folder keeps by itself. */
export const backup: Command = {
  usage: 'backup --data DIR --out FILE',
  options: { data: { type: 'string' }, out: { type: 'string' } },
  run: async (args, surroundings) => {
    args.exactly()
    const [data, out] = [args.required('data'), args.required('out')]
    return withCore({ data }, surroundings, async (_client, core) => {
      await core.database.keepHead('backup')
      const { file } = await finish(copyOut(core, out), surroundings)
      const bytes = statSync(file).size
      return finishAnswer(surroundings, { file, bytes }, 'backup.done', { file, bytes })
    })
  },
}
