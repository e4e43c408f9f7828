import type { TFunction } from 'i18next'
import type { Progress } from '#shared/contract/procedure.ts'
import type { Locale } from '#shared/locales/locale.ts'
import type { Arguments, OptionTable } from './arguments.ts'
import type { ExitCode } from './exit-codes.ts'

/** What a command has besides its arguments. */
export interface Surroundings {
  readonly locale: Locale
  readonly t: TFunction
  /** Shows how far long work has come, on stderr. */
  readonly progress: (progress: Progress) => void
  /** Says something at once; for what cannot wait for the end, such as the address `serve` is reached at. */
  readonly say: (document: object, sentences: readonly string[]) => void
  /** Says something besides the answer, on stderr. */
  readonly warn: (sentence: string) => void
}

/** What a command answers: one JSON document for scripts, sentences for people. */
export interface Answer {
  readonly document?: object
  readonly sentences?: readonly string[]
  /** 0 where it is left out. */
  readonly exitCode?: ExitCode
}

export interface Command {
  /** As typed after `cli --`, for the help. */
  readonly usage: string
  readonly options: OptionTable
  readonly run: (args: Arguments, surroundings: Surroundings) => Promise<Answer>
}
