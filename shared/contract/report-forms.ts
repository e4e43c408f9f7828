import { z } from 'zod'
import { reportEditions } from '#shared/model/report-editions.ts'
import { formStates, largestForm } from '#shared/model/report-forms.ts'
import { localeSchema } from './exchange.ts'
import { idSchema } from './lists.ts'
import { longWork, procedure } from './procedure.ts'
import { yearSchema } from './reports.ts'

export const reportFormSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  /** Code of the kind of report it is a form of. */
  kind: z.string(),
  locale: localeSchema,
  name: z.string(),
  fileName: z.string(),
  /** Bytes. */
  size: z.number().int(),
  /** SHA-256 of the file. */
  hash: z.string(),
  state: z.enum(formStates),
  /** What it asks for, as it stands in it. */
  placeholders: z.array(z.string()),
  addedBy: z.string(),
  addedAt: z.string(),
})
export type ReportForm = z.infer<typeof reportFormSchema>

/** What a form was found to ask for, and what of it an edition leaves empty. */
export const checkedFormSchema = z.object({
  placeholders: z.array(z.string()),
  empty: z.array(z.object({ edition: z.enum(reportEditions), names: z.array(z.string()) })),
})
export type CheckedForm = z.infer<typeof checkedFormSchema>

const nameSchema = z.object({ name: z.string(), sample: z.string(), editions: z.array(z.enum(reportEditions)) })
export const placeholderListSchema = z.object({
  fields: z.array(nameSchema),
  lists: z.array(z.object({ name: z.string(), rows: z.number().int(), columns: z.array(nameSchema) })),
})
export type PlaceholderListing = z.infer<typeof placeholderListSchema>

const kindSchema = z.object({ kind: z.string().max(60), locale: localeSchema })
/** The figures of which year a form is held against. */
const ofYear = kindSchema.extend({ year: yearSchema })

export const reportForms = {
  /** The forms of the office, newest first, withdrawn ones left out. */
  list: procedure('register.read').output(z.array(reportFormSchema)),
  /** What a form of a kind may ask for, with what stands for it in a year. */
  placeholders: procedure('report.export').input(ofYear).output(longWork(placeholderListSchema)),
  /** A form that works as it is, to be changed to one's liking. */
  example: procedure('report.export').input(ofYear).output(longWork(z.file())),
  /** Checks a Word file and keeps it; it is used once somebody says so. */
  add: procedure('rules.edit').input(ofYear.extend({ name: z.string().trim().min(1).max(100), file: z.file().max(largestForm) })).output(longWork(reportFormSchema)),
  /** Holds a form against what the report has today or had in another year. */
  check: procedure('rules.edit').input(z.object({ id: idSchema, year: yearSchema })).output(longWork(checkedFormSchema)),
  /** The form filled with the figures of a year. It has no number and is not logged: nobody is given it. */
  tryOut: procedure('rules.edit').input(z.object({ id: idSchema, year: yearSchema, edition: z.enum(reportEditions) })).output(longWork(z.file())),
  /** Makes it the form of its kind. */
  use: procedure('rules.edit').input(z.object({ id: idSchema })).output(reportFormSchema),
  /** The kind goes back to the program's own form; the office's is kept. */
  putBack: procedure('rules.edit').input(kindSchema).output(z.object({ putBack: z.number().int() })),
  withdraw: procedure('rules.edit').input(z.object({ id: idSchema })).output(z.object({ withdrawn: z.number().int() })),
  /** The Word file as it was handed in. */
  read: procedure('register.read').input(z.object({ id: idSchema })).output(z.file()),
}
