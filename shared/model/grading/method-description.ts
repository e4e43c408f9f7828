import type { Locale } from '../labels.ts'
import type { MethodWords } from './method-words.ts'

export type MethodTable = {
  readonly title: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A method as it is printed: plain texts in one language, without markup. */
export type MethodDescription = {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly tables: readonly MethodTable[]
}

/** Everything a part of the description needs to speak its language. */
export type Speech = { readonly locale: Locale; readonly words: MethodWords; readonly gradeLabel: (code: string) => string }
