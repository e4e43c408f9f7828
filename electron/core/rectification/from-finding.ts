import { translator } from '#shared/locales/translator.ts'
import { ruleOf } from '#shared/model/consistency/rules.ts'
import type { RuleCode } from '#shared/model/consistency/rules.ts'
import type { Locale } from '#shared/model/labels.ts'
import { rectifiedEntities } from '#shared/model/rectification.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Finding } from '#shared/contract/consistency.ts'
import { findFinding } from '../consistency/find-page.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'
import type { Gate } from '../permission/gate.ts'
import { openRectification } from './open.ts'

export interface FindingOrder { readonly rule: RuleCode; readonly subjectId: string; readonly locale: Locale }

/**
 * Puts a finding of the consistency check into the ledger: what is wrong with which record, and how it is mended. One
 * that stands there and is not closed is answered instead of being put in twice.
 * @throws Refusal `rectification.no-finding` where there is nothing to mend any more, and those of the gate
 */
export async function openFromFinding(change: Change, gate: Gate, { rule, subjectId, locale }: FindingOrder): Promise<{ id: string; number: number; stood: boolean }> {
  const entity = rectifiedEntities.find((known) => known === ruleOf(rule).entity)
  const finding = entity === undefined ? undefined : await findFinding(change.db, change.today, { rule, id: subjectId })
  if (entity === undefined || finding === undefined) throw new Refusal('rectification.no-finding')
  gate.require({ departmentId: finding.departmentId })
  if (finding.rectificationId !== null) {
    const { number } = await change.db.selectFrom('rectification').select('number').where('id', '=', finding.rectificationId).executeTakeFirstOrThrow()
    return { id: finding.rectificationId, number, stood: true }
  }
  const t = translator(locale)
  const opened = await openRectification(change, {
    source: 'consistency', rule, departmentId: finding.departmentId, subject: { entity, id: subjectId }, ownerPostId: await postOf(change.db, finding),
    problem: t('finding.problem', { ns: 'rectification', rule: t(`rule.${rule}`, { ns: 'consistency' }), record: nameOf(finding, locale) }).slice(0, 5000), measure: t(`mend.${rule}`, { ns: 'consistency' }),
  })
  return { ...opened, stood: false }
}

function nameOf({ label, within }: Finding, locale: Locale): string {
  const name = label === '' ? translator(locale)('no-category', { ns: 'consistency' }) : label
  return within === null ? name : translator(locale)('finding.within', { ns: 'rectification', power: within, record: name })
}

/** The post that answers for the record, where it is in force. */
async function postOf(db: ReadableDatabase, { entity, id }: Finding): Promise<string | null> {
  const postId = entity === 'risk-point' ? (await db.selectFrom('risk_point').select('post_id').where('id', '=', id).executeTakeFirst())?.post_id
    : entity === 'power' ? (await db.selectFrom('power').select('post_id').where('id', '=', id).executeTakeFirst())?.post_id
      : entity === 'control-measure' ? (await db.selectFrom('control_measure').select('owner_post_id').where('id', '=', id).executeTakeFirst())?.owner_post_id : undefined
  if (postId === undefined || postId === null) return null
  return (await db.selectFrom('post').select('id').where('id', '=', postId).where('state', '=', 'in-force').executeTakeFirst())?.id ?? null
}
