import { z } from 'zod'
import { bandSchema, raters, ratersOf, textsSchema } from '#shared/model/assessment/definition.ts'
import type { Rater, Template } from '#shared/model/assessment/definition.ts'
import { hundredthsOf } from '#shared/model/assessment/scores.ts'
import { scoreBy } from './standings.ts'
import type { DepartmentStanding, ItemStanding } from './standings.ts'

const hundredthsSchema = z.number().int().min(0)

const closedItemSchema = z.object({
  code: z.string(), group: z.string().nullable(), text: textsSchema, rule: textsSchema, points: hundredthsSchema,
  /** Null where a rater was not asked or, of a bonus, gave nothing. */
  scores: z.object({ self: hundredthsSchema.nullable(), office: hundredthsSchema.nullable(), lead: hundredthsSchema.nullable() }),
  final: hundredthsSchema, computed: hundredthsSchema.nullable(), counts: z.number().int().nullable(), all: z.number().int().nullable(),
  reasons: z.array(z.object({ rater: z.enum(raters), reason: z.string() })),
})

/**
 * What a department came to, with everything the figure is made of. It says all by itself, so that it can be read when
 * the template and the register have long moved on.
 */
export const closedResultSchema = z.object({
  department: z.string(), groups: z.array(z.object({ code: z.string(), name: textsSchema })), items: z.array(closedItemSchema), base: hundredthsSchema, bonus: hundredthsSchema, total: hundredthsSchema,
  full: hundredthsSchema, band: bandSchema, vetoes: z.array(textsSchema),
})
export type ClosedResult = z.infer<typeof closedResultSchema>
export type ClosedItem = ClosedResult['items'][number]

export const readClosed = (content: string): ClosedResult => closedResultSchema.parse(JSON.parse(content))

/** A department's result as it stands now; undefined while a score is missing. */
export function resultContent(template: Template, { row, items, result, fired }: DepartmentStanding): ClosedResult | undefined {
  if (result === undefined) return undefined
  const groupOf = new Map(template.groups.flatMap((group) => group.items.map(({ code }) => [code, group.code] as const)))
  return {
    department: row.name, groups: template.groups.map(({ code, name }) => ({ code, name })),
    items: items.map((item) => closedItem(item, { template, group: groupOf.get(item.item.code) ?? null, final: result.items.get(item.item.code) ?? 0 })),
    base: result.base, bonus: result.bonus, total: result.total, full: hundredthsOf(template.total), band: result.band, vetoes: template.vetoes.filter(({ code }) => fired.has(code)).map(({ text }) => text),
  }
}

function closedItem(standing: ItemStanding, { template, group, final }: { template: Template; group: string | null; final: number }): ClosedItem {
  const { item, given, figure, computed } = standing
  const asked = ratersOf(template)
  const scoreOf = (rater: Rater): number | null => (asked.includes(rater) ? scoreBy(standing, rater) ?? null : null)
  return {
    code: item.code, group, text: item.text, rule: item.rule, points: hundredthsOf(item.points), scores: { self: scoreOf('self'), office: scoreOf('office'), lead: scoreOf('lead') }, final, computed,
    counts: figure?.counts ?? null, all: figure?.all ?? null, reasons: asked.flatMap((rater) => { const reason = given.get(rater)?.reason ?? ''; return reason === '' ? [] : [{ rater, reason }] }),
  }
}
