import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import { columnsOf } from '../records/record-kind.ts'
import type { RecordKind } from '../records/record-kind.ts'
import { checkCode, checkDepartment, checkPlace } from '../records/references.ts'
import { forgetText, indexMeasure } from '../search/search-text.ts'
import { noticeMeasure } from '../review/notice.ts'
import { completeLinks, measureLinks } from './measure-links.ts'
import { settleProgress, settleTerm } from './term-and-progress.ts'

/** The post that answers for a measure may be of any department. @throws Refusal `post.unknown` */
async function checkOwnerPost(change: Change, id: unknown): Promise<void> {
  if (typeof id !== 'string') return
  const post = await change.db.selectFrom('post').select('state').where('id', '=', id).executeTakeFirst()
  if (post?.state !== 'in-force') throw new Refusal('post.unknown', {}, 'ownerPostId')
}

/** A control measure (防控措施): what is done about risk points; one may serve many. */
export const measureKind: RecordKind = {
  table: 'control_measure',
  entity: 'control-measure',
  columns: columnsOf<'control_measure'>()({
    departmentId: 'department_id', kindCode: 'kind_code', content: 'content', owner: 'owner', ownerPostId: 'owner_post_id', term: 'term', frequency: 'frequency',
    rhythmFrom: 'rhythm_from', dueOn: 'due_on',
    progress: 'progress', doneOn: 'done_on', remarks: 'remarks',
  }),
  flags: [],
  keepBlank: [],
  keys: { content: 'content_key' },
  lists: measureLinks,
  complete: async (change, patch, stands) => {
    await checkCode(change, 'measure-kind', { field: 'kindCode', code: patch['kindCode'] })
    await checkDepartment(change, patch['departmentId'])
    await checkOwnerPost(change, patch['ownerPostId'])
    return { ...settleTerm(patch, stands?.values), ...settleProgress(change, patch, stands?.values), ...await completeLinks(change, patch, stands) }
  },
  mayBecome: async (change, stands, state) => {
    if (state === 'withdrawn') return
    await checkPlace(change, stands.values)
    await checkOwnerPost(change, stands.values['ownerPostId'])
  },
  touched: noticeMeasure,
  search: {
    fields: ['content', 'owner'],
    index: async (db, { number }) => {
      const texts = await db.selectFrom('control_measure').select(['content', 'owner']).where('number', '=', number).executeTakeFirstOrThrow()
      await indexMeasure(db, number, texts)
    },
    forget: (db, number) => forgetText(db, 'control_measure_text', number),
  },
}
