import { extname, resolve } from 'node:path'
import type { ContractClient } from '#shared/contract/index.ts'
import type { ReportKindInfo } from '#shared/contract/reports.ts'
import { reportEditions } from '#shared/model/report-editions.ts'
import { reportFormats } from '#shared/model/report-orders.ts'
import type { OptionTable } from '../arguments.ts'
import type { Arguments } from '../arguments.ts'
import { finishAnswer } from '../answers.ts'
import type { Answer, Command, Surroundings } from '../command.ts'
import { finish, withCore } from '../core-client.ts'
import { departmentsNamed } from '../lists/departments-named.ts'
import { UsageError } from '../usage-error.ts'
import { writePackage } from '../packages/write-package.ts'
import { writeWhole } from '../write-whole.ts'

const options = {
  data: { type: 'string' }, year: { type: 'string' }, edition: { type: 'string' }, format: { type: 'string' }, out: { type: 'string' }, purpose: { type: 'string' }, subject: { type: 'string' }, department: { type: 'string', multiple: true },
} as const satisfies OptionTable

/** Writes a report of a year, frozen or as the register stands today; `report list` says which reports there are, `report package` makes the inspection package. */
export const report: Command = {
  usage: 'report KIND|list --data DIR --year YEAR [--edition public|internal|assessment] --format docx|xlsx|pdf --out FILE [--purpose TEXT] [--subject ID|CODE] [--department NAME]\n    report package --data DIR --year YEAR [--edition public|internal|assessment] --out FILE.zip [--purpose TEXT]',
  options,
  run: async (args, surroundings) => {
    const [which = ''] = args.exactly('KIND')
    if (which === 'list') return withCore({ data: args.required('data') }, surroundings, async (client) => listed((await client.reports.kinds()).kinds, surroundings))
    if (which === 'package') return writePackage(args, surroundings)
    const order = orderOf(args)
    return withCore({ data: order.data }, surroundings, async (client) => {
      const kind = await kindCalled(client, which)
      const edition = order.edition ?? usualEdition(kind)
      const departmentIds = await departmentsNamed(client, args.all('department'))
      const made = await finish(await client.reports.write({
        kind: kind.code, year: order.year, edition, format: order.format, locale: surroundings.locale, purpose: order.purpose ?? surroundings.t('report.purpose', { ns: 'cli' }),
        ...(order.subject === undefined ? {} : { subject: order.subject }), ...(departmentIds.length === 0 ? {} : { departmentIds }),
      }), surroundings)
      const file = resolve(order.out)
      await writeWhole(file, new Uint8Array(await made.arrayBuffer()))
      return finishAnswer(surroundings, { file, bytes: made.size, kind: kind.code, year: order.year, edition, format: order.format }, 'report.done', { file, bytes: made.size })
    })
  },
}

function orderOf(args: Arguments) {
  const data = args.required('data')
  args.required('year')
  args.required('format')
  const year = args.number('year', { min: 1990, max: 2200 })
  const format = args.choice('format', reportFormats)
  const edition = args.choice('edition', reportEditions)
  const out = args.required('out')
  if (year === undefined || format === undefined) throw new UsageError('usage.option-missing', { option: '--year' })
  // A report never takes the place of a file of another kind, the register least of all.
  if (extname(out).toLowerCase() !== `.${format}`) throw new UsageError('usage.extension-wrong', { file: out, extension: `.${format}` })
  return { data, year, format, edition, out, purpose: args.text('purpose'), subject: args.text('subject') }
}

/** The internal one; what is only made for the public has no other. */
const usualEdition = ({ editions: [first = 'internal', ...more] }: ReportKindInfo) => (more.includes('internal') ? 'internal' : first)

/** @throws UsageError `usage.choice-wrong` */
async function kindCalled(client: ContractClient, code: string): Promise<ReportKindInfo> {
  const { kinds } = await client.reports.kinds()
  const found = kinds.find((kind) => kind.code === code)
  if (found === undefined) throw new UsageError('usage.choice-wrong', { option: 'report', value: code, choices: [...kinds.map((kind) => kind.code), 'list', 'package'].join(', ') })
  return found
}

/** Every kind with what it can be written as and for whom; what takes a subject or departments says so. */
function listed(kinds: readonly ReportKindInfo[], { t }: Surroundings): Answer {
  const lines = kinds.map(({ code, formats, editions, bySubject, byDepartment, subject }) =>
    [code, t(`kind.${code}` as never, { ns: 'reportKinds', defaultValue: code }), editions.join('|'), formats.join('|'), [...(bySubject ? [`--subject ${subject}`] : []), ...(byDepartment ? ['--department'] : [])].join(' ')].join('\t').trimEnd())
  return { document: { kinds }, sentences: lines }
}
