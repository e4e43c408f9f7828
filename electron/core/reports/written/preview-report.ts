import type { Progress } from '#shared/contract/procedure.ts'
import { translator } from '#shared/locales/translator.ts'
import type { Actor, Core } from '../../core.ts'
import { paperPage } from '../paper/paper-file.ts'
import type { Block, Paper } from '../paper/paper.ts'
import type { PaperOrder } from './order.ts'
import { letterheadOf, storedSettings, watermarkOf } from './settings.ts'
import { liveCore } from './source.ts'
import { preparePaper } from './write-report.ts'

/** As many rows of a table and pages of their own as a screen is read for; the file holds all. */
const most = { rows: 100, sections: 20 } as const

/** The page a report would be printed from, without a number, since only a file that leaves has one. @throws Refusal as `preparePaper` */
export async function* previewReport(core: Core, actor: Actor, order: PaperOrder): AsyncGenerator<Progress, string, void> {
  const { paper } = yield* preparePaper(core, actor, order)
  const settings = await storedSettings(liveCore(core).database.read)
  const watermark = watermarkOf(settings, order.edition)
  const number = translator(order.locale)('preview.number', { ns: 'reportKinds' })
  const seen = shortened({ ...paper, letterhead: { ...letterheadOf(settings, number), ...paper.letterhead }, ...(watermark === '' ? {} : { watermark }) })
  return yield* paperPage(seen)
}

/** The beginning of a long paper, which says that it is one. */
function shortened(paper: Paper): Paper {
  const t = translator(paper.locale)
  const sections = paper.sections.slice(0, most.sections).map((section) => ({ ...section, blocks: section.blocks.flatMap((block) => shortBlock(block, (rows) => t('preview.rows', { ns: 'reportKinds', shown: most.rows, rows }))) }))
  const more = paper.sections.length - sections.length
  if (more <= 0) return { ...paper, sections }
  const note: Block = { kind: 'small', text: t('preview.sections', { ns: 'reportKinds', more }) }
  return { ...paper, sections: sections.map((section, index) => (index === sections.length - 1 ? { ...section, blocks: [...section.blocks, note] } : section)) }
}

function shortBlock(block: Block, note: (rows: number) => string): Block[] {
  if (block.kind !== 'table' || block.table.rows.length <= most.rows) return [block]
  const { totalFrom: _total, ...table } = block.table
  return [{ ...block, table: { ...table, rows: table.rows.slice(0, most.rows) } }, { kind: 'small', text: note(table.rows.length) }]
}
