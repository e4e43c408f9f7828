import { grantableRoles } from '#shared/model/roles.ts'
import type { GrantableRole } from '#shared/model/roles.ts'
import { keyOf } from '#shared/model/text-key.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ContractClient } from '#shared/contract/index.ts'
import type { Account } from '#shared/contract/people.ts'
import { finishAnswer } from '../answers.ts'
import type { Arguments } from '../arguments.ts'
import type { Answer, Command, Surroundings } from '../command.ts'
import { withCore } from '../core-client.ts'
import { departmentsNamed } from '../lists/departments-named.ts'
import { readPassword } from '../read-password.ts'
import { UsageError } from '../usage-error.ts'

const actions = { add, list, reset, withdraw } as const
type Action = keyof typeof actions

/** Accounts without a screen: for setting an installation up by script, and for the way back in. */
export const user: Command = {
  usage: 'user add|list|reset|withdraw --data DIR [--name NAME] [--role ROLE]… [--departments A,B|all] [--must-change]',
  options: {
    data: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string', multiple: true },
    departments: { type: 'string', multiple: true },
    'must-change': { type: 'boolean' },
  },
  run: (args, surroundings) => {
    const [action = ''] = args.exactly('add|list|reset|withdraw')
    if (!Object.hasOwn(actions, action)) throw new UsageError('usage.choice-wrong', { option: 'user', value: action, choices: Object.keys(actions).join(', ') })
    return actions[action as Action](args, surroundings)
  },
}

async function add(args: Arguments, surroundings: Surroundings): Promise<Answer> {
  const [data, name] = [args.required('data'), args.required('name')]
  const roles = rolesOf(args)
  const password = await readPassword()
  if (password === undefined) throw new UsageError('usage.password-missing')
  return withCore({ data }, surroundings, async (client) => {
    const departments = await reachOf(client, args.all('departments'))
    const { id } = await client.people.create({ name, password, mustChange: args.has('must-change'), grants: roles.map((role) => ({ role, departments })) })
    return finishAnswer(surroundings, { id, name, roles, departments }, 'user.added', { name })
  })
}

function rolesOf(args: Arguments): GrantableRole[] {
  const roles = args.all('role').map((value) => {
    const role = grantableRoles.find((known) => known === value)
    if (role === undefined) throw new UsageError('usage.choice-wrong', { option: '--role', value, choices: grantableRoles.join(', ') })
    return role
  })
  if (roles.length === 0) throw new UsageError('usage.option-missing', { option: '--role' })
  return [...new Set(roles)]
}

async function reachOf(client: ContractClient, names: readonly string[]): Promise<'all' | string[]> {
  return names.length === 0 || names.includes('all') ? 'all' : departmentsNamed(client, names)
}

async function list(args: Arguments, surroundings: Surroundings): Promise<Answer> {
  return withCore({ data: args.required('data') }, surroundings, async (client) => {
    const accounts = await client.people.accounts()
    const { t } = surroundings
    const reach = ({ departments }: Account['grants'][number]): string => (departments === 'all' ? t('reach.all', { ns: 'people' }) : departments.map(({ name }) => name).join('、'))
    const line = ({ name, state, lastSignInAt, grants }: Account): string =>
      [name, t(`state.${state}`, { ns: 'people' }), grants.map((grant) => `${t(`role.${grant.role}`, { ns: 'people' })} (${reach(grant)})`).join('; ') || t('roles.none', { ns: 'people' }), lastSignInAt ?? t('accounts.none-yet', { ns: 'people' })].join('\t')
    return { document: { total: accounts.length, items: accounts }, sentences: [...accounts.map(line), t('user.total', { ns: 'cli', total: accounts.length })] }
  })
}

async function reset(args: Arguments, surroundings: Surroundings): Promise<Answer> {
  const [data, name] = [args.required('data'), args.required('name')]
  const password = await readPassword()
  return withCore({ data }, surroundings, async (client) => {
    const { id } = await accountCalled(client, name)
    const { oneTimePassword } = await client.people.reset({ id, password })
    const document = { id, name, oneTimePassword }
    return oneTimePassword === null ? finishAnswer(surroundings, document, 'user.reset', { name }) : finishAnswer(surroundings, document, 'user.reset-once', { name, password: oneTimePassword })
  })
}

async function withdraw(args: Arguments, surroundings: Surroundings): Promise<Answer> {
  const [data, name] = [args.required('data'), args.required('name')]
  return withCore({ data }, surroundings, async (client) => {
    const { id } = await accountCalled(client, name)
    await client.people.withdraw({ id })
    return finishAnswer(surroundings, { id, name, withdrawn: true }, 'user.withdrawn', { name })
  })
}

/** @throws Refusal `person.unknown` */
async function accountCalled(client: ContractClient, name: string): Promise<Account> {
  const found = (await client.people.accounts()).find((account) => account.state === 'in-force' && keyOf(account.name) === keyOf(name))
  if (found === undefined) throw new Refusal('person.unknown', { name })
  return found
}
