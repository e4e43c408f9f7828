import type { Command } from './command.ts'
import { assessment } from './commands/assessment.ts'
import { backup } from './commands/backup.ts'
import { compare } from './commands/compare.ts'
import { importCommand } from './commands/import.ts'
import { init } from './commands/init.ts'
import { list } from './commands/list.ts'
import { packageCommand } from './commands/package.ts'
import { report } from './commands/report.ts'
import { restore } from './commands/restore.ts'
import { serve } from './commands/serve.ts'
import { user } from './commands/user.ts'
import { verify } from './commands/verify.ts'
import { year } from './commands/year.ts'

/** All commands, in the order of the help. A new one goes here and into the texts under `cli`. */
export const commands = { init, import: importCommand, list, report, package: packageCommand, year, compare, assessment, verify, backup, restore, serve, user } as const satisfies Record<string, Command>
export type CommandName = keyof typeof commands

export const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)
