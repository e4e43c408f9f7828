/** A word counted in the midst of a sentence that holds several numbers: `unit.…`, brought in by nesting. */
type Unit = `unit.${string}`

/**
 * The English texts of a namespace: the keys the Chinese ones have, and beside any of them the singular that Chinese
 * does without, under the same key with `_one`. It is taken where `count` is one.
 */
export type EnglishTexts<Chinese> = Readonly<Record<keyof Chinese, string>> & Readonly<Partial<Record<`${keyof Chinese & string}_one` | Unit, string>>>
