import { productMethod } from '#shared/model/grading/built-in-methods.ts'
import type { Locale } from '#shared/model/labels.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import { usableMethod, versionIdInForce } from '../../grading/methods.ts'
import type { UsableMethod } from '../../grading/methods.ts'
import { readResponsibility } from '../../grading/stored-scales.ts'
import { readVocabulary } from '../../organisation/vocabulary-records.ts'
import { readOrganisation } from '../../organisation/organisation-record.ts'
import { RegisterDraft } from '../draft/register-draft.ts'
import { readWords } from '../facts/words.ts'
import type { Words } from '../facts/words.ts'

/** @throws Refusal `organisation.missing` */
export async function demandOrganisation(db: ReadableDatabase): Promise<void> {
  if (await readOrganisation(db) === null) throw new Refusal('organisation.missing')
}

/** The words rows are read by, and a draft that knows how to grade. @throws Refusal `organisation.missing` */
export async function readSettings(db: ReadableDatabase, locale: Locale): Promise<{ words: Words; draft: RegisterDraft }> {
  await demandOrganisation(db)
  const responsibility = await readResponsibility(db)
  const words = readWords({ scale: responsibility.scale, vocabulary: await readVocabulary(db), locale })
  return { words, draft: new RegisterDraft({ methods: await gradingMethods(db), responsibility }) }
}

/** The method in force, then likelihood times consequence, which most sheets of factors mean. */
async function gradingMethods(db: ReadableDatabase): Promise<UsableMethod[]> {
  const inForce = await versionIdInForce(db)
  const product = await db.selectFrom('grading_method as m').innerJoin('grading_method_version as v', 'v.method_id', 'm.id').select('v.id')
    .where('m.code', '=', productMethod.code).orderBy('v.version', 'desc').limit(1).executeTakeFirst()
  const ids = new Set([inForce, product?.id].filter((id) => id !== undefined))
  return Promise.all([...ids].map((id) => usableMethod(db, id)))
}
