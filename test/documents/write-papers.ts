import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import type { ReportFormat } from '#shared/model/report-orders.ts'
import type { Locale } from '#shared/model/labels.ts'
import { locales } from '#shared/model/labels.ts'
import { reportKinds } from '#core/reports/kinds/index.ts'
import type { ContractClient } from '#shared/contract/index.ts'
import { exampleYear } from './year/example-year.ts'
import { finished, people } from './year/office.ts'
import type { Office } from './year/office.ts'

/** A file that was written, and the kind of report it is. */
export interface WrittenFile { readonly kind: string; readonly format: ReportFormat; readonly path: string }

/** How many subjects of a kind that is about one are written, so that short and long ones are among them. */
const subjectsOfAKind = 3

/** Who may export; the office that keeps the register. */
const writerOf = ({ as }: Office): ContractClient => as(people.inspector)

interface Papers {
  readonly office: Office
  readonly folder: string
  /** Codes of the kinds to be written; all of them where none are named. */
  readonly kinds?: readonly string[]
}

/** Every kind in every edition, language and format it is offered in, a folder for each kind. */
export async function* writePapers({ office, folder, kinds }: Papers): AsyncGenerator<WrittenFile[]> {
  for (const { kind: { code, editions, formats } } of reportKinds.filter(({ kind }) => kinds?.includes(kind.code) ?? true)) {
    const files: WrittenFile[] = []
    mkdirSync(join(folder, code), { recursive: true })
    for (const locale of locales) {
      const subjects = await subjectsOf(office, code, locale)
      for (const [at, subject] of subjects.entries()) {
        for (const edition of editions) {
          for (const format of formats) {
            const path = join(folder, code, `${locale}-${edition}${at === 0 ? '' : `-${at + 1}`}.${format}`)
            await writePaper(office, { kind: code, edition, locale, format, subject }, path)
            files.push({ kind: code, format, path })
          }
        }
      }
    }
    yield files
  }
}

export interface PaperChoice { readonly kind: string; readonly edition: ReportEdition; readonly locale: Locale; readonly format: ReportFormat; readonly subject?: string | undefined }

export async function writePaper(office: Office, { subject, ...choice }: PaperChoice, path: string): Promise<void> {
  const file = await finished(writerOf(office).reports.write({ ...choice, year: exampleYear, purpose: '版式核对', ...(subject === undefined ? {} : { subject }), ...(choice.kind === 'annual' ? { texts: annualWords[choice.locale] } : {}) }))
  writeFileSync(path, new Uint8Array(await file.arrayBuffer()))
}

/** Subjects with the most to tell, found by their texts. */
const tellingSubjects: Readonly<Record<string, readonly string[]>> = {
  'review-sheet': ['借补正材料', '现场核查走过场', '许可采砂范围'],
  'warning-sheet': ['受理时对不符合条件', '审批岗', '国有资产'],
  'change-sheet': ['-03', '-01', '-12'],
}

/** What a paper is about; one undefined for kinds about the whole year. */
export async function subjectsOf(office: Office, kind: string, locale: Locale): Promise<(string | undefined)[]> {
  const ids: string[] = []
  for (const text of tellingSubjects[kind] ?? ['']) ids.push(...(await writerOf(office).reports.subjects({ kind, year: exampleYear, text, locale })).slice(0, subjectsOfAKind).map(({ id }) => id))
  return ids.length === 0 ? [undefined] : [...new Set(ids)].slice(0, locale === 'en' ? 1 : subjectsOfAKind)
}

/** Words of an officer, in several paragraphs. */
const annualWords: Readonly<Record<Locale, { work: string; problems: string; plans: string }>> = {
  'zh-CN': {
    work: '局党组全年召开三次专题会议研究廉政风险防控工作，修订实施方案，明确责任分工。\n组织全体干部职工对照岗位职责开展风险排查，实现岗位全覆盖。',
    problems: '一是少数股室对风险点的描述仍较笼统，与岗位实际结合不够紧密。\n二是部分防控措施到期后未及时更新。',
    plans: '继续完善职权运行流程图，推进裁量基准定期校正。\n对逾期措施实行月通报，纳入年度考评。',
  },
  en: {
    work: 'The leading group met three times on integrity risk control, revised the work plan and assigned duties.\nEvery post was examined.',
    problems: 'Some departments still describe their risks in general terms.\nSome measures were not renewed when they fell due.',
    plans: 'Complete the flowcharts and recalibrate discretion benchmarks.\nReport overdue measures every month.',
  },
}
