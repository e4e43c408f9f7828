import { parseArgs } from 'node:util'
import { UsageError } from './usage-error.ts'

/** The options of a command; `multiple` may be given again and takes several values separated by commas. */
export type OptionTable = Record<string, { type: 'string' | 'boolean'; multiple?: boolean; short?: string }>

/** Options every command understands. */
export const commonOptions = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies OptionTable

/** What was typed behind the command's name, already known to fit its options. */
export class Arguments {
  readonly positionals: readonly string[]
  readonly #values: ReadonlyMap<string, readonly string[]>

  constructor(values: ReadonlyMap<string, readonly string[]>, positionals: readonly string[]) {
    this.#values = values
    this.positionals = positionals
  }

  has(option: string): boolean {
    return this.#values.has(option)
  }

  text(option: string): string | undefined {
    return this.#values.get(option)?.[0]
  }

  /** @throws UsageError `usage.option-missing` */
  required(option: string): string {
    const value = this.text(option)
    if (value === undefined) throw new UsageError('usage.option-missing', { option: `--${option}` })
    return value
  }

  /** All values given, in order; empty where the option was left out. */
  all(option: string): readonly string[] {
    return (this.#values.get(option) ?? []).flatMap((value) => value.split(/[,，]/u)).map((value) => value.trim()).filter((value) => value !== '')
  }

  /** @throws UsageError `usage.number-wrong` where it is no whole number in the range */
  number(option: string, { min, max }: { min: number; max: number }): number | undefined {
    const value = this.text(option)
    if (value === undefined) return undefined
    const number = Number(value)
    if (!/^\d+$/u.test(value) || number < min || number > max) throw new UsageError('usage.number-wrong', { option: `--${option}`, value, min, max })
    return number
  }

  /** @throws UsageError `usage.choice-wrong` */
  choice<const T extends string>(option: string, choices: readonly T[]): T | undefined {
    const value = this.text(option)
    if (value === undefined) return undefined
    const chosen = choices.find((choice) => choice === value)
    if (chosen === undefined) throw new UsageError('usage.choice-wrong', { option: `--${option}`, value, choices: choices.join(', ') })
    return chosen
  }

  /** @throws UsageError where there are more or fewer than the names */
  exactly(...names: readonly string[]): string[] {
    const missing = names[this.positionals.length]
    if (missing !== undefined) throw new UsageError('usage.argument-missing', { argument: missing })
    const extra = this.positionals[names.length]
    if (extra !== undefined) throw new UsageError('usage.argument-extra', { argument: extra })
    return [...this.positionals]
  }
}

/**
 * Reads what was typed. Node's own strict parsing says what is wrong in English only, so its tokens are judged here.
 * @throws UsageError `usage.option-unknown`, `usage.value-missing`, `usage.value-extra`, `usage.option-twice`
 */
export function readArguments(args: readonly string[], table: OptionTable): Arguments {
  const { tokens, positionals } = parseArgs({ args: [...args], options: table, strict: false, allowPositionals: true, tokens: true })
  const values = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = token.rawName
    const known = Object.hasOwn(table, token.name) ? table[token.name] : undefined
    if (known === undefined) throw new UsageError('usage.option-unknown', { option })
    const earlier = values.get(token.name)
    if (earlier !== undefined && known.multiple !== true) throw new UsageError('usage.option-twice', { option })
    values.set(token.name, [...(earlier ?? []), valueOf({ option, value: token.value, inline: token.inlineValue === true }, known.type)])
  }
  return new Arguments(values, positionals)
}

function valueOf({ option, value, inline }: { option: string; value: string | undefined; inline: boolean }, type: 'string' | 'boolean'): string {
  if (type === 'boolean') {
    if (value !== undefined) throw new UsageError('usage.value-extra', { option, value })
    return ''
  }
  // `--data --json` is a forgotten value, not a folder named "--json"; `--data=--json` says the latter.
  const forgotten = value === undefined || value === '' || (!inline && value.startsWith('-'))
  if (forgotten) throw new UsageError('usage.value-missing', { option })
  return value
}
