import type { TFunction } from 'i18next'
import { commands } from './commands.ts'
import type { CommandName } from './commands.ts'

const program = 'npm run -s cli --'

/** What all commands are for, or one of them. */
export function helpText(t: TFunction, name?: CommandName): string {
  if (name !== undefined) return [`${program} ${commands[name].usage}`, '', `  ${t(`help.${name}`, { ns: 'cli' })}`, '', ...commonLines(t)].join('\n')
  const names = Object.keys(commands) as CommandName[]
  return [
    t('help.program', { ns: 'cli' }),
    '',
    ...names.flatMap((each) => [`  ${program} ${commands[each].usage}`, `      ${t(`help.${each}`, { ns: 'cli' })}`]),
    '',
    ...commonLines(t),
  ].join('\n')
}

const commonLines = (t: TFunction): string[] => [
  ...(['json', 'lang', 'help'] as const).map((option) => `  --${option.padEnd(6)} ${t(`help.option.${option}`, { ns: 'cli' })}`),
  '',
  t('help.exit-codes', { ns: 'cli' }),
]
