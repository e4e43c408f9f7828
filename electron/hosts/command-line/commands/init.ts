import { finishAnswer } from '../answers.ts'
import type { Command } from '../command.ts'
import { withCore } from '../core-client.ts'

/** Begins a register: the data folder, the organisation, and with it vocabularies, scales and grading methods. */
export const init: Command = {
  usage: 'init --data DIR --organisation NAME',
  options: { data: { type: 'string' }, organisation: { type: 'string' } },
  run: (args, surroundings) => {
    args.exactly()
    const [data, name] = [args.required('data'), args.required('organisation')]
    return withCore({ data, create: true }, surroundings, async (client, core) => {
      const { id } = await client.organisation.setUp({ name })
      return finishAnswer(surroundings, { dataFolder: core.folder.root, organisation: { id, name } }, 'init.done', { name, folder: core.folder.root })
    })
  },
}
