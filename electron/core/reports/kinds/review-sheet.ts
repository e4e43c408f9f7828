import { translator } from '#shared/locales/translator.ts'
import type { Secrecy } from '#shared/model/attachments.ts'
import type { ReportField } from '#shared/model/report-editions.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Block, FormCell, Paper } from '../paper/paper.ts'
import { numberedLines } from '../plain-text.ts'
import { footReview, reviewSum } from './foot-review.ts'
import { headedSection, listBlocks, wordsFor } from './list-paper.ts'
import type { ListColumn } from './list-paper.ts'
import { decisionsOf, readingOf, readPoints } from './read-points.ts'
import type { Decision, PointView, Reading } from './read-points.ts'
import type { ReportKind } from './report-kind.ts'

/** 审核表: one entry with what each level said of it, side by side. It names those who judged, so the public has none. */
export const reviewSheet: ReportKind = {
  code: 'review-sheet', formats: ['docx', 'xlsx', 'pdf'], editions: ['internal', 'assessment'], subject: 'risk-point',
  paper: async (core, order, report) => {
    const reading = await readingOf(core, order)
    const point = await readPoint(reading, report)
    const decisions = (await decisionsOf(reading.db, [point.id])).get(point.id) ?? []
    await footReview(reading, { point, decisions })
    return reviewSheetPaper(reading, { point, decisions, files: await filesOf(reading, point.id), comments: await commentsOf(reading, point.id) })
  },
}

/** @throws Refusal `record.missing` */
async function readPoint(reading: Reading, report: Parameters<ReportKind['paper']>[2]): Promise<PointView> {
  const { db, order } = reading
  const row = await db.selectFrom('risk_point').select('power_id').where('id', '=', order.subjectId ?? '').executeTakeFirst()
  const [point] = row === undefined ? [] : await readPoints(reading, report, { powerId: row.power_id, riskPointId: order.subjectId ?? '' })
  if (point === undefined) throw new Refusal('record.missing')
  return point
}

interface Sheet {
  readonly point: PointView
  readonly decisions: readonly Decision[]
  readonly files: ReadonlyMap<string, string>
  readonly comments: readonly { text: string; person: string; written_at: string }[]
}

const fieldOf: Readonly<Record<Secrecy, ReportField>> = { public: 'file-public', internal: 'file-internal', secret: 'file-secret' }

/** Names of the files attached to an entry that the edition may name, by id. */
async function filesOf({ db, view }: Reading, id: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('attachment').select(['id', 'file_name', 'secrecy']).where('entity', '=', 'risk-point').where('entity_id', '=', id).where('state', '=', 'in-force').orderBy('number').execute()
  return new Map(rows.filter(({ secrecy }) => view.shows(fieldOf[secrecy])).map((row) => [row.id, row.file_name]))
}

const commentsOf = ({ db, view }: Reading, id: string): Promise<Sheet['comments']> =>
  view.shows('comment') ? db.selectFrom('review_comment').select(['text', 'person', 'written_at']).where('risk_point_id', '=', id).orderBy('number').execute() : Promise.resolve([])

function reviewSheetPaper(reading: Reading, sheet: Sheet): Paper {
  const w = wordsFor(reading)
  const { words, order: { locale }, today } = reading
  const { point, decisions, files, comments } = sheet
  const title = w('review.title', { organisation: words.organisation })
  const blocks: Block[] = [
    { kind: 'form', form: { shares: locale === 'en' ? [18, 32, 18, 32] : [12, 38, 12, 38], rows: pointRows(reading, point) } },
    { kind: 'gap' },
    ...listBlocks({ name: w('kind.review-sheet'), columns: levelColumns(reading, files), rows: decisions, empty: w('empty.decisions'), below: [reviewSum(reading, sheet)] }, reading),
    ...(files.size === 0 ? [] : [{ kind: 'small', text: w('review.files', { files: [...files.values()].join(w('comma')) }) } satisfies Block]),
    ...comments.map(({ text, person, written_at }): Block => ({ kind: 'small', text: w('review.comment', { text, person, date: written_at.slice(0, 10) }) })),
  ]
  return { locale, title, organisation: words.organisation, preparedOn: today, sections: [headedSection(reading, title, blocks)] }
}

function pointRows(reading: Reading, point: PointView): FormCell[][] {
  const w = wordsFor(reading)
  const label = (key: string): FormCell => ({ text: w(key), label: true })
  return [
    [label('col.power'), { text: point.power }, label('col.unit'), { text: [point.department || w('unassigned'), ...(point.post === '' ? [] : [point.post])].join(' · ') }],
    [label('col.process-step'), { text: point.step || w('none') }, label('col.category'), { text: point.category || w('unassigned') }],
    [label('col.manifestation'), { text: point.manifestation, across: 3, align: 'left' }],
    [label('col.measures'), { text: numberedLines(point.measures.map(({ content }) => content)) || w('none'), across: 3, align: 'left' }],
    [label('col.grade'), { text: point.grade || w('ungraded') }, label('col.responsible'), { text: [...new Set([point.owner, point.head, point.leader])].filter((text) => text !== '').join(w('comma')) || w('none') }],
  ]
}

function levelColumns(reading: Reading, files: ReadonlyMap<string, string>): ListColumn<Decision>[] {
  const w = wordsFor(reading)
  const { view, words, order } = reading
  const t = translator(order.locale)
  const evidence = (decision: Decision): string => (JSON.parse(decision.evidence) as string[]).flatMap((id) => files.get(id) ?? []).join('\n')
  return [
    { title: w('col.level'), share: 14, align: 'center', text: (decision) => t(`state.${decision.from_state}`, { ns: 'review' }) },
    { title: w('col.verdict'), share: 9, align: 'center', text: (decision) => w(`action.${decision.action}`) },
    { title: w('col.grade'), share: 7, align: 'center', text: (decision) => words.grade(decision.grade) || w('none') },
    { title: w('col.score'), share: 7, align: 'center', text: (decision) => (decision.score === null ? w('none') : String(decision.score)) },
    { title: w('col.reason'), share: 28, text: (decision) => view.only('reason', decision.reason) || w('none') },
    { title: w('col.evidence'), share: 14, text: (decision) => evidence(decision) || w('none') },
    { title: w('col.judged-by'), share: 10, align: 'center', text: (decision) => view.only('person', decision.person) || w('none') },
    { title: w('col.date'), share: 11, align: 'center', text: (decision) => decision.decided_on },
  ]
}
