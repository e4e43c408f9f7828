import type { TemplateDraft } from './draft-schema.ts'

export type Definition = TemplateDraft['definition']
export interface PartProps { readonly definition: Definition; readonly reads: boolean; readonly onChange: (part: Partial<Definition>) => void }

/** The list with one entry put in place of another; nothing takes it out. */
export const replaced = <T>(list: readonly T[], at: number, by?: T): T[] => list.flatMap((one, index) => (index === at ? by === undefined ? [] : [by] : [one]))
