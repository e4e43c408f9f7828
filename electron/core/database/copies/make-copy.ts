import { chmodSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Progress } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { examine } from '../../integrity/examine.ts'
import { flushFile, renameDurably } from '../durable-files.ts'
import { storageRefusal } from '../storage-refusal.ts'

/**
 * Copies a register, open or not, as it stands at one instant, and gives the copy its name only when it has proved
 * sound: pages, references and the number of rows of every table. A copy is one file, readable by its owner alone.
 * @param complete adds to the sound copy what belongs into it before it has its name
 * @throws Refusal `backup.not-sound`, `disk.full`, `folder.not-writable`; no file is left then, and one of the same
 * name stays as it was
 */
export async function* makeCopy(source: string, target: string, complete: (file: string) => void = () => undefined): AsyncGenerator<Progress, void, void> {
  const unfinished = `${target}.unfinished`
  try {
    remove(unfinished)
    const problems = yield* examine({ task: 'copy', source, target: unfinished })
    const [first] = problems
    if (first !== undefined) throw new Refusal('backup.not-sound', { problems: problems.length, detail: String(first.params['detail'] ?? first.code) })
    complete(unfinished)
    chmodSync(unfinished, 0o600)
    flushFile(unfinished)
    renameDurably(unfinished, target)
  } catch (error) {
    throw storageRefusal(error, dirname(target)) ?? error
  } finally {
    remove(unfinished)
  }
}

function remove(unfinished: string): void {
  for (const file of [unfinished, `${unfinished}-journal`, `${unfinished}-wal`, `${unfinished}-shm`]) rmSync(file, { force: true })
}
