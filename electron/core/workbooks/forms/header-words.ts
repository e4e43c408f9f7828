import { forms } from './forms.ts'
import { headerKey, lookupKeys } from './header-key.ts'

const words: ReadonlySet<string> = new Set(forms.flatMap((form) => form.columns.flatMap((column) => column.aliases.map(headerKey))))

const longestWord = Math.max(...[...words].map((word) => word.length))
/** Spaces between letters and a remark in brackets may make a header longer than its word. */
const SLACK = 30

/** Whether a text is the name of a column on any known form. */
export function isHeaderWord(text: string): boolean {
  return text !== '' && text.length <= longestWord + SLACK && lookupKeys(text).some((key) => words.has(key))
}
