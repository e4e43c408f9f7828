import { z } from 'zod'
import { bandSchema, groupSchema, itemSchema, templateSchema, vetoSchema } from '#shared/model/assessment/definition.ts'

/** As a template is while somebody types: texts may be empty, sums need not agree. */
const text = z.strictObject({ 'zh-CN': z.string(), en: z.string() })
const item = itemSchema.extend({ text, rule: text })
export const templateDraftSchema = z.object({
  labels: text,
  note: z.string(),
  definition: templateSchema.extend({
    groups: z.array(groupSchema.extend({ name: text, items: z.array(item) })), bonus: z.strictObject({ ceiling: z.number(), items: z.array(item) }),
    vetoes: z.array(vetoSchema.extend({ text })), bands: z.array(bandSchema.extend({ labels: text })),
  }),
})
export type TemplateDraft = z.infer<typeof templateDraftSchema>
