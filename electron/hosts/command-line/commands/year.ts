import type { ConsistencySummary } from '#shared/contract/consistency.ts'
import { finishAnswer } from '../answers.ts'
import type { Arguments } from '../arguments.ts'
import type { Answer, Command, Surroundings } from '../command.ts'
import { finish, withCore } from '../core-client.ts'
import { UsageError } from '../usage-error.ts'

const actions = { freeze, start } as const
type Action = keyof typeof actions

/** The turn of the year without a screen: freezes a year, or starts one from the last frozen one. */
export const year: Command = {
  usage: 'year freeze|start --data DIR --year YEAR',
  options: { data: { type: 'string' }, year: { type: 'string' } },
  run: (args, surroundings) => {
    const [action = ''] = args.exactly('freeze|start')
    if (!Object.hasOwn(actions, action)) throw new UsageError('usage.choice-wrong', { option: 'year', value: action, choices: Object.keys(actions).join(', ') })
    return actions[action as Action](orderOf(args), surroundings)
  },
}

interface Order { readonly data: string; readonly year: number }

function orderOf(args: Arguments): Order {
  const data = args.required('data')
  args.required('year')
  return { data, year: args.number('year', { min: 1990, max: 2200 }) ?? 0 }
}

function freeze({ data, year: wanted }: Order, surroundings: Surroundings): Promise<Answer> {
  return withCore({ data }, surroundings, async (client) => {
    warnOf(await client.consistency.summary({}), surroundings)
    const frozen = await finish(await client.reports.freeze({ year: wanted }), surroundings)
    return finishAnswer(surroundings, frozen, 'year.frozen', { year: frozen.year, hash: frozen.contentHash })
  })
}

/** What the consistency check finds is said before a year is frozen for good; it keeps nobody from doing so. */
function warnOf({ totals, rules }: ConsistencySummary, { t, warn }: Surroundings): void {
  if (rules.length === 0) return warn(t('summary.none', { ns: 'consistency' }))
  warn(t('summary.found', { ns: 'consistency', errors: totals.error, warnings: totals.warning, hints: totals.hint }))
  for (const { rule, level, count } of rules) warn(`  ${t(`level.${level}`, { ns: 'consistency' })}  ${t('summary.rule', { ns: 'consistency', rule: t(`rule.${rule}`, { ns: 'consistency' }), count })}`)
}

function start({ data, year: wanted }: Order, surroundings: Surroundings): Promise<Answer> {
  return withCore({ data }, surroundings, async (client) => {
    const begun = await finish(await client.years.start({ year: wanted }), surroundings)
    return finishAnswer(surroundings, begun, 'year.started', { year: begun.year ?? wanted, from: begun.carriedFrom ?? '', points: begun.gradesToConfirm })
  })
}
