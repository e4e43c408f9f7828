import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { renderPng } from '#core/reports/charts/render-png.ts'
import { reportKinds } from '#core/reports/kinds/index.ts'
import { exampleYear } from './year/example-year.ts'
import { finished, people } from './year/office.ts'
import type { Office } from './year/office.ts'
import { subjectsOf, writePaper } from './write-papers.ts'
import type { WrittenFile } from './write-papers.ts'

interface Dressing { readonly office: Office; readonly folder: string }

/** Kinds of every page: chapters and charts, wide lists, a form, a notice. */
const underTheHead = ['annual', 'risk-list', 'warning-sheet', 'publicity-list'] as const

/** Papers under the head, logo, number and watermark of an office, and every kind in a Word form of the office's own. */
export async function writeDressed({ office, folder }: Dressing): Promise<WrittenFile[]> {
  await putOnHead(office)
  const head = join(folder, 'under-the-head')
  mkdirSync(head, { recursive: true })
  const files: WrittenFile[] = []
  for (const kind of underTheHead) {
    const { editions, formats } = kindNamed(kind)
    const edition = editions.includes('internal') ? 'internal' : 'public'
    for (const format of formats) files.push(await written(office, { kind, format, edition, path: join(head, `${kind}.${format}`) }))
  }
  return [...files, ...await writeForms({ office, folder })]
}

async function putOnHead({ as }: Office): Promise<void> {
  const client = as(people.inspector)
  const { revision, ...settings } = await client.reports.settings()
  const saved = await client.reports.saveSettings({ ...settings, redHead: '示例县水利局文件', numberPattern: '示水廉〔{year}〕{number}号', numberOnTop: true, watermarks: { public: '', internal: '内部资料', assessment: '仅供考核' }, revision })
  const drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="46" fill="#1f4e79"/><path d="M18 58q16-22 32 0t32 0" fill="none" stroke="#fff" stroke-width="8"/></svg>'
  await client.reports.saveLogo({ file: new File([new Uint8Array(renderPng(drawn, 240))], 'logo.png'), revision: saved.revision })
}

/** The form that the program offers to begin with, handed in again as the office's own. */
async function writeForms({ office, folder }: Dressing): Promise<WrittenFile[]> {
  const forms = join(folder, 'own-forms')
  mkdirSync(forms, { recursive: true })
  const client = office.as(people.inspector)
  const files: WrittenFile[] = []
  for (const { kind: { code: kind, editions } } of reportKinds.filter((one) => one.kind.formats.includes('docx'))) {
    const order = { kind, locale: 'zh-CN', year: exampleYear } as const
    const file = await finished(client.reportForms.example(order))
    const { id } = await finished(client.reportForms.add({ ...order, name: kind, file }))
    await client.reportForms.use({ id })
    const edition = editions.includes('internal') ? 'internal' : 'public'
    files.push(await written(office, { kind, format: 'docx', edition, path: join(forms, `${kind}.docx`) }))
  }
  return files
}

async function written(office: Office, { path, ...choice }: { kind: string; format: 'docx' | 'xlsx' | 'pdf'; edition: 'public' | 'internal'; path: string }): Promise<WrittenFile> {
  const [subject] = await subjectsOf(office, choice.kind, 'zh-CN')
  await writePaper(office, { ...choice, locale: 'zh-CN', subject }, path)
  return { kind: choice.kind, format: choice.format, path }
}

const kindNamed = (code: string) => {
  const found = reportKinds.find(({ kind }) => kind.code === code)
  if (found === undefined) throw new Error(`there is no kind ${code}`)
  return found.kind
}
