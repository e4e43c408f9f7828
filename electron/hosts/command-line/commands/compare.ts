import { resolve } from 'node:path'
import type { ContractClient } from '#shared/contract/index.ts'
import { differenceKinds } from '#shared/contract/years.ts'
import type { Comparison, Difference } from '#shared/contract/years.ts'
import type { Arguments } from '../arguments.ts'
import type { Answer, Command, Surroundings } from '../command.ts'
import { finish, withCore } from '../core-client.ts'
import { UsageError } from '../usage-error.ts'
import { writeWhole } from '../write-whole.ts'

/** Compares a frozen year with another or with today's register; with `--out` the whole list goes into a workbook. */
export const compare: Command = {
  usage: 'compare --data DIR --from YEAR --to YEAR|today [--limit N] [--out FILE.xlsx]',
  options: { data: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' }, limit: { type: 'string' }, out: { type: 'string' } },
  run: async (args, surroundings) => {
    args.exactly()
    const order = orderOf(args)
    return withCore({ data: order.data }, surroundings, async (client) => {
      const comparison = await finish(await client.years.compare({ from: order.from, to: order.to }), surroundings)
      const { total, rows } = await client.years.compareRows({ comparisonId: comparison.id, limit: order.limit })
      const file = order.out === undefined ? undefined : await written(client, { out: order.out, comparison, surroundings })
      return answerOf({ comparison, total, rows, file }, surroundings)
    })
  },
}

const years = { min: 1990, max: 2200 }

function orderOf(args: Arguments) {
  const data = args.required('data')
  args.required('from')
  const to = args.required('to') === 'today' ? null : args.number('to', years) ?? null
  const out = args.text('out')
  if (out !== undefined && !out.toLowerCase().endsWith('.xlsx')) throw new UsageError('usage.extension-wrong', { file: out, extension: '.xlsx' })
  return { data, from: args.number('from', years) ?? 0, to, out, limit: args.number('limit', { min: 1, max: 500 }) ?? 50 }
}

async function written(client: ContractClient, { out, comparison, surroundings }: { out: string; comparison: Comparison; surroundings: Surroundings }): Promise<string> {
  const made = await finish(await client.years.exportComparison({ comparisonId: comparison.id, locale: surroundings.locale }), surroundings)
  const file = resolve(out)
  await writeWhole(file, new Uint8Array(await made.arrayBuffer()))
  return file
}

interface Found { readonly comparison: Comparison; readonly total: number; readonly rows: readonly Difference[]; readonly file: string | undefined }

function answerOf({ comparison: { id: _id, ...comparison }, total, rows, file }: Found, { t }: Surroundings): Answer {
  const { earlierTotal: earlier, laterTotal: later, unchanged } = comparison
  const kinds = (counted: readonly (typeof differenceKinds)[number][]): string => counted.map((kind) => t(`kind.${kind}`, { ns: 'years' })).join(t('listSeparator'))
  return {
    document: { ...comparison, total, rows, ...(file === undefined ? {} : { file }) },
    sentences: [
      t('compare.totals', { ns: 'years', earlier, later, unchanged }),
      ...differenceKinds.map((kind) => `  ${t(`kind.${kind}`, { ns: 'years' })}  ${comparison.totals[kind]}`),
      ...rows.map((row) => `${row.number}  [${kinds(row.kinds)}]  ${row.departmentName ?? ''}  ${row.manifestation}`),
      t('list.total', { ns: 'cli', total, shown: rows.length }),
      ...(file === undefined ? [] : [t('compare.done', { ns: 'cli', file })]),
    ],
  }
}
