import type { Campaign, TemplateSummary } from '#shared/contract/assessment.ts'
import type { ContractClient } from '#shared/contract/index.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { finishAnswer } from '../answers.ts'
import type { Arguments } from '../arguments.ts'
import type { Answer, Command, Surroundings } from '../command.ts'
import { finish, withCore } from '../core-client.ts'
import { UsageError } from '../usage-error.ts'

const actions = { open, results } as const
type Action = keyof typeof actions

/** The yearly assessment for scripts: opens it over all departments, or tells how they stand. */
export const assessment: Command = {
  usage: 'assessment open|results --data DIR --year YEAR [--template NAME] [--provisional]',
  options: { data: { type: 'string' }, year: { type: 'string' }, template: { type: 'string' }, provisional: { type: 'boolean' } },
  run: (args, surroundings) => {
    const [action = ''] = args.exactly('open|results')
    if (!Object.hasOwn(actions, action)) throw new UsageError('usage.choice-wrong', { option: 'assessment', value: action, choices: Object.keys(actions).join(', ') })
    const data = args.required('data')
    args.required('year')
    const year = args.number('year', { min: 1990, max: 2200 }) ?? 0
    return withCore({ data }, surroundings, (client) => actions[action as Action]({ client, year, args }, surroundings))
  },
}

interface Order { readonly client: ContractClient; readonly year: number; readonly args: Arguments }

async function open({ client, year, args }: Order, surroundings: Surroundings): Promise<Answer> {
  const template = templateNamed(await client.assessment.templates(), args.text('template'))
  const { selfDueOn, officeDueOn, leadDueOn } = await client.assessment.start()
  const departments = await client.organisation.departments()
  const title = surroundings.t('open.name', { ns: 'assessment', year })
  const { id } = await finish(await client.assessment.open({
    year, templateId: template.id, title, basis: args.has('provisional') ? 'provisional' : 'frozen', departmentIds: departments.map((department) => department.id), selfDueOn, officeDueOn, leadDueOn,
  }), surroundings)
  return finishAnswer(surroundings, { id, year, title, template: template.labels[surroundings.locale], departments: departments.length }, 'assessment.opened', { title, departments: departments.length })
}

/** The one that is named, else the first in use. @throws UsageError `usage.choice-wrong`; Refusal `assessment.template-withdrawn` */
function templateNamed(templates: readonly TemplateSummary[], name: string | undefined): TemplateSummary {
  const usable = templates.filter(({ state }) => state === 'in-force')
  const found = name === undefined ? usable[0] : usable.find(({ labels }) => Object.values(labels).includes(name))
  if (found !== undefined) return found
  if (name === undefined) throw new Refusal('assessment.template-withdrawn')
  throw new UsageError('usage.choice-wrong', { option: '--template', value: name, choices: usable.map(({ labels }) => labels['zh-CN']).join(', ') })
}

async function results({ client, year, args }: Order, { t, locale }: Surroundings): Promise<Answer> {
  const campaign = campaignOf(await client.assessment.campaigns(), { year, template: args.text('template') })
  const { rows, bands, final, complete } = await client.assessment.results({ id: campaign.id })
  const bandOf = new Map(bands.map(({ code, labels }) => [code, labels[locale]]))
  const items = rows.map(({ place, name, base, bonus, total, band }) => ({ place, department: name, base, bonus, total, band: bandOf.get(band) ?? band }))
  return {
    document: { title: campaign.title, year, state: campaign.state, basis: campaign.basis, final, complete, resultHash: campaign.resultHash, rows: items },
    sentences: [campaign.title, ...items.map((item) => [item.place, item.department, item.total.toFixed(2), item.band].join('\t')), t(final ? 'results.final' : complete ? 'results.trial' : 'results.partial', { ns: 'assessment' })],
  }
}

/** @throws Refusal `assessment.none-of-year` */
function campaignOf(campaigns: readonly Campaign[], { year, template }: { year: number; template: string | undefined }): Campaign {
  const found = campaigns.find((one) => one.year === year && one.state !== 'dropped' && (template === undefined || Object.values(one.templateLabels).includes(template)))
  if (found === undefined) throw new Refusal('assessment.none-of-year', { year })
  return found
}
