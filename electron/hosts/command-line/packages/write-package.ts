import { mkdir, open, rm } from 'node:fs/promises'
import { dirname, extname, resolve } from 'node:path'
import { createHash } from 'node:crypto'
import type { ContractClient } from '#shared/contract/index.ts'
import type { BuiltPackage } from '#shared/contract/inspection-package.ts'
import { reportEditions } from '#shared/model/report-editions.ts'
import { renameDurably } from '#core/database/durable-files.ts'
import { onDiskLater } from '#core/database/storage-refusal.ts'
import type { Arguments } from '../arguments.ts'
import { finishAnswer } from '../answers.ts'
import type { Answer, Surroundings } from '../command.ts'
import { finish, withCore } from '../core-client.ts'
import { UsageError } from '../usage-error.ts'

/** `report package`: builds the inspection package of a year and saves it. */
export async function writePackage(args: Arguments, surroundings: Surroundings): Promise<Answer> {
  const data = args.required('data')
  args.required('year')
  const year = args.number('year', { min: 1990, max: 2200 })
  const edition = args.choice('edition', reportEditions) ?? 'internal'
  const file = resolve(args.required('out'))
  if (year === undefined) throw new UsageError('usage.option-missing', { option: '--year' })
  if (extname(file).toLowerCase() !== '.zip') throw new UsageError('usage.extension-wrong', { file, extension: '.zip' })
  return withCore({ data }, surroundings, async (client) => {
    const purpose = args.text('purpose') ?? surroundings.t('report.purpose', { ns: 'cli' })
    const { printsPdf } = await client.inspectionPackage.items({ year, edition, locale: surroundings.locale })
    const built = await finish(await client.inspectionPackage.build({ year, edition, locale: surroundings.locale, purpose, pdf: printsPdf }), surroundings)
    try {
      await save(client, built, file)
    } finally {
      await client.inspectionPackage.discard({ id: built.id })
    }
    return finishAnswer(surroundings, { file, bytes: built.size, sha256: built.sha256, files: built.files, year, edition }, 'report.package-done', { file, bytes: built.size, files: built.files })
  })
}

/** The file is there whole or not at all. It is fetched in parts, so that its size is no matter of memory. */
async function save(client: ContractClient, { id, size, sha256 }: BuiltPackage, file: string): Promise<void> {
  const unfinished = `${file}.unfinished`
  await onDiskLater(dirname(file), async () => {
    await mkdir(dirname(file), { recursive: true })
    const handle = await open(unfinished, 'w', 0o600)
    try {
      const sum = createHash('sha256')
      for (let offset = 0; offset < size;) {
        const part = new Uint8Array(await (await client.inspectionPackage.read({ id, offset })).arrayBuffer())
        sum.update(part)
        await handle.write(part)
        offset += part.length
      }
      if (sum.digest('hex') !== sha256) throw new Error('what was saved is not what was built')
      await handle.sync()
    } finally {
      await handle.close()
    }
    try {
      renameDurably(unfinished, file)
    } finally {
      await rm(unfinished, { force: true })
    }
  })
}
