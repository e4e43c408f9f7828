import type { Arguments } from '../arguments.ts'
import type { Answer, Command, Surroundings } from '../command.ts'
import { withCore } from '../core-client.ts'
import { listMeasures, listPowers, listRisks } from '../lists/lists.ts'
import type { ListOrder, Listed } from '../lists/lists.ts'
import { readLabels } from '../lists/labels.ts'
import { departmentsNamed } from '../lists/departments-named.ts'
import { readGradeCodes } from '../lists/grade-codes.ts'
import { UsageError } from '../usage-error.ts'

const lists = { powers: listPowers, risks: listRisks, measures: listMeasures } as const
type ListName = keyof typeof lists

/** Lists a register for scripts: all that fits, or as many as asked for, and how many there are. */
export const list: Command = {
  usage: 'list powers|risks|measures --data DIR [--grade GRADE] [--department NAME] [--limit N]',
  options: {
    data: { type: 'string' },
    grade: { type: 'string', multiple: true },
    department: { type: 'string', multiple: true },
    limit: { type: 'string' },
  },
  run: async (args, surroundings) => {
    const name = listName(args)
    const limit = args.number('limit', { min: 1, max: 10_000_000 }) ?? Infinity
    if (args.has('grade') && name !== 'risks') throw new UsageError('usage.only-for-risks', { option: '--grade' })
    return withCore({ data: args.required('data') }, surroundings, async (client) => {
      const order: ListOrder = {
        limit,
        gradeCodes: await readGradeCodes(client, args.all('grade')),
        departmentIds: await departmentsNamed(client, args.all('department')),
        labels: await readLabels(client, surroundings.locale),
      }
      return answerOf(await lists[name](client, order), surroundings)
    })
  },
}

function listName(args: Arguments): ListName {
  const [name = ''] = args.exactly('powers|risks|measures')
  if (!Object.hasOwn(lists, name)) throw new UsageError('usage.choice-wrong', { option: 'list', value: name, choices: Object.keys(lists).join(', ') })
  return name as ListName
}

function answerOf({ total, items }: Listed, { t }: Surroundings): Answer {
  const columns = Object.keys(items[0] ?? {})
  return {
    document: { total, items },
    sentences: [
      ...(items.length === 0 ? [] : [columns.join('\t'), ...items.map((item) => columns.map((column) => cell(item[column])).join('\t'))]),
      t('list.total', { ns: 'cli', total, shown: items.length }),
    ],
  }
}

/** One line per record: line breaks and tabs inside a text become spaces. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = Array.isArray(value) ? value.join('; ') : String(value)
  return text.replaceAll(/\s+/gu, ' ')
}
