import { resolve } from 'node:path'
import { dataFolderAt } from '#core/database/data-folder.ts'
import { restoreFolder } from '#core/database/copies/restore.ts'
import { finishAnswer } from '../answers.ts'
import type { Command } from '../command.ts'
import { commandLineActor, finish } from '../core-client.ts'

/**
 * Brings a copy back. It works on the folder, not on an open register: a copy is wanted most where the register cannot
 * be opened any more, or where there is none yet.
 */
export const restore: Command = {
  usage: 'restore FILE --data DIR',
  options: { data: { type: 'string' } },
  run: async (args, surroundings) => {
    const [path = ''] = args.exactly('FILE')
    const data = args.required('data')
    const file = resolve(path)
    const { kept } = await finish(restoreFolder(data, { actor: commandLineActor, file }), surroundings)
    return finishAnswer(surroundings, { restored: file, dataFolder: dataFolderAt(data).root, kept: kept === '' ? null : kept }, kept === '' ? 'restore.done' : 'restore.done-kept', { file, kept })
  },
}
