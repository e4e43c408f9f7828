import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, extname, resolve } from 'node:path'
import type { OptionTable } from '../arguments.ts'
import type { Arguments } from '../arguments.ts'
import { finishAnswer } from '../answers.ts'
import type { Command } from '../command.ts'
import { finish, withCore } from '../core-client.ts'
import { renameDurably } from '#core/database/durable-files.ts'
import { onDiskLater } from '#core/database/storage-refusal.ts'
import { UsageError } from '../usage-error.ts'

const options = { data: { type: 'string' }, year: { type: 'string' }, format: { type: 'string' }, out: { type: 'string' } } as const satisfies OptionTable

/** Writes the annual report of a year, frozen or as the register stands today. */
export const report: Command = {
  usage: 'report annual --data DIR --year YEAR --format docx|xlsx|pdf --out FILE',
  options,
  run: async (args, surroundings) => {
    const order = orderOf(args)
    return withCore({ data: order.data }, surroundings, async (client) => {
      const made = await finish(await client.reports.annual({ year: order.year, format: order.format, locale: surroundings.locale }), surroundings)
      const file = resolve(order.out)
      await writeWhole(file, new Uint8Array(await made.arrayBuffer()))
      return finishAnswer(surroundings, { file, bytes: made.size, year: order.year, format: order.format }, 'report.done', { file, bytes: made.size })
    })
  },
}

function orderOf(args: Arguments) {
  const [which] = args.exactly('annual')
  if (which !== 'annual') throw new UsageError('usage.choice-wrong', { option: 'report', value: which ?? '', choices: 'annual' })
  const data = args.required('data')
  args.required('year')
  args.required('format')
  const year = args.number('year', { min: 1990, max: 2200 })
  const format = args.choice('format', ['docx', 'xlsx', 'pdf'])
  const out = args.required('out')
  if (year === undefined || format === undefined) throw new UsageError('usage.option-missing', { option: '--year' })
  // A report never takes the place of a file of another kind, the register least of all.
  if (extname(out).toLowerCase() !== `.${format}`) throw new UsageError('usage.extension-wrong', { file: out, extension: `.${format}` })
  return { data, year, format, out }
}

/** The file is there whole or not at all; an earlier report of that name stays until then. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${file}.unfinished`
  await onDiskLater(dirname(file), async () => {
    await mkdir(dirname(file), { recursive: true })
    try {
      await writeFile(unfinished, bytes, { flush: true })
      renameDurably(unfinished, file)
    } finally {
      await rm(unfinished, { force: true })
    }
  })
}
