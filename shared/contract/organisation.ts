import { z } from 'zod'
import { scaleSchema } from '#shared/model/scales.ts'
import { idSchema, shortTextSchema, textSchema } from './lists.ts'
import { procedure } from './procedure.ts'

export const organisationLevels = ['province', 'city', 'county', 'township'] as const

export const organisationSchema = z.object({
  id: idSchema,
  revision: z.number().int(),
  name: z.string(),
  creditCode: z.string().nullable(),
  regionCode: z.string().nullable(),
  level: z.enum(organisationLevels).nullable(),
  parentName: z.string().nullable(),
  scaleCode: z.string(),
})
export type Organisation = z.infer<typeof organisationSchema>

export const organisationInputSchema = z.object({
  name: z.string().trim().min(1).max(200),
  /** GB 32100, 18 characters; the check digit is verified. */
  creditCode: z.string().trim().nullable().default(null),
  /** GB/T 2260, 6 digits. */
  regionCode: z.string().trim().nullable().default(null),
  level: z.enum(organisationLevels).nullable().default(null),
  parentName: shortTextSchema.nullable().default(null),
})
export type OrganisationInput = z.infer<typeof organisationInputSchema>

export const departmentSchema = z.object({
  id: idSchema,
  revision: z.number().int(),
  name: z.string(),
  position: z.number().int(),
  headTitle: z.string().nullable(),
  powers: z.number().int(),
  riskPoints: z.number().int(),
  measures: z.number().int(),
})
export type Department = z.infer<typeof departmentSchema>

export const postSchema = z.object({
  id: idSchema,
  revision: z.number().int(),
  departmentId: idSchema,
  name: z.string(),
  duties: z.string().nullable(),
  powers: z.number().int(),
  riskPoints: z.number().int(),
})
export type Post = z.infer<typeof postSchema>

export const vocabularyKinds = ['power-type', 'risk-category', 'measure-kind', 'responsible-role'] as const
export type VocabularyKind = (typeof vocabularyKinds)[number]

export const vocabularyItemSchema = z.object({
  kind: z.enum(vocabularyKinds),
  code: z.string(),
  revision: z.number().int(),
  position: z.number().int(),
  labels: z.object({ 'zh-CN': z.string(), en: z.string() }),
  aliases: z.array(z.string()),
  active: z.boolean(),
})
export type VocabularyItem = z.infer<typeof vocabularyItemSchema>

const labelsSchema = z.object({ 'zh-CN': z.string().trim().min(1).max(100), en: z.string().trim().min(1).max(100) })

export const organisation = {
  /** null before the organisation has been set up. */
  get: procedure('terms.read').output(organisationSchema.nullable()),
  /** First start: the organisation with the vocabularies, scales and grading methods the field knows. */
  setUp: procedure('register.found').input(organisationInputSchema).output(organisationSchema),
  save: procedure('structure.edit').input(organisationInputSchema.extend({ revision: z.number().int() })).output(organisationSchema),

  departments: procedure('terms.read').output(z.array(departmentSchema)),
  createDepartment: procedure('structure.edit').input(z.object({ name: shortTextSchema.min(1), headTitle: shortTextSchema.nullable().default(null) })).output(z.object({ id: idSchema })),
  saveDepartment: procedure('structure.edit').input(z.object({ id: idSchema, revision: z.number().int(), name: shortTextSchema.min(1), headTitle: shortTextSchema.nullable() })).output(z.object({ revision: z.number().int() })),
  /** The whole order, by id. */
  orderDepartments: procedure('structure.edit').input(z.object({ ids: z.array(idSchema).min(1).max(5000) })).output(z.object({ ordered: z.number().int() })),
  /** Refused with `department.in-use` while anything in force belongs to it. */
  withdrawDepartment: procedure('structure.edit').input(z.object({ id: idSchema })).output(z.object({ withdrawn: z.number().int() })),

  posts: procedure('terms.read').input(z.object({ departmentId: idSchema.optional() })).output(z.array(postSchema)),
  createPost: procedure('structure.edit').input(z.object({ departmentId: idSchema, name: shortTextSchema.min(1), duties: textSchema.nullable().default(null) })).output(z.object({ id: idSchema })),
  savePost: procedure('structure.edit').input(z.object({ id: idSchema, revision: z.number().int(), name: shortTextSchema.min(1), duties: textSchema.nullable() })).output(z.object({ revision: z.number().int() })),
  /** Refused with `post.in-use` while anything in force belongs to it. */
  withdrawPost: procedure('structure.edit').input(z.object({ id: idSchema })).output(z.object({ withdrawn: z.number().int() })),

  vocabulary: procedure('terms.read').output(z.array(vocabularyItemSchema)),
  /** Creates (revision 0) or changes an entry; a code never changes once it is there. */
  saveVocabularyItem: procedure('rules.edit')
    .input(z.object({ kind: z.enum(vocabularyKinds), code: z.string().regex(/^[a-z0-9-]{1,60}$/), revision: z.number().int(), labels: labelsSchema, aliases: z.array(z.string().trim().min(1).max(100)).max(100), active: z.boolean() }))
    .output(z.object({ revision: z.number().int() })),
  orderVocabulary: procedure('rules.edit').input(z.object({ kind: z.enum(vocabularyKinds), codes: z.array(z.string()).min(1).max(500) })).output(z.object({ ordered: z.number().int() })),

  scales: procedure('terms.read').output(z.array(z.object({ scale: scaleSchema, labels: labelsSchema, revision: z.number().int(), inUse: z.boolean() }))),
  /** Changes words, aliases, colours and who is responsible; level codes and ranks of a scale in use stay. */
  saveScale: procedure('rules.edit').input(z.object({ scale: scaleSchema, labels: labelsSchema, revision: z.number().int() })).output(z.object({ revision: z.number().int() })),
}
