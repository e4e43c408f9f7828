import { Refusal } from '#shared/model/refusal.ts'
import type { RefusalParams } from '#shared/model/refusal.ts'

/** Why a Word file cannot be the form of a report. Nothing was changed; the sentence names the place and how to mend it. */
export const unusable = (what: string, params: RefusalParams = {}): Refusal => new Refusal(`form.${what}`, params, 'file')

/** The part of the document in which something stands, as the sentences name it. */
export function placeOf(path: string): 'body' | 'header' | 'footer' | 'notes' | 'other' {
  const name = path.split('/').at(-1) ?? ''
  if (name.startsWith('document')) return 'body'
  if (name.startsWith('header')) return 'header'
  if (name.startsWith('footer')) return 'footer'
  return name.startsWith('footnotes') || name.startsWith('endnotes') ? 'notes' : 'other'
}
