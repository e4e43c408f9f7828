import { writeReport } from '#core/reports/written/write-report.ts'
import { thisComputer, chromiumBrowsers } from '#hosts/installed-browsers/find-browsers.ts'
import { browserPrinter } from '#hosts/installed-browsers/print-page.ts'
import { openBenchRegister } from './bench-register.ts'
import { watchingChildren } from './child-processes.ts'
import type { ChildProcesses } from './child-processes.ts'
import { finish } from './finish.ts'
import { measure } from './measure.ts'
import type { Measured } from './measure.ts'

interface Printed extends Measured { readonly browser: { readonly ours: ChildProcesses | undefined; readonly bare: ChildProcesses | undefined } }

/**
 * The list of risks of so many points as PDF, and what the browser takes for it; the bare side has the same browser print
 * the same words as a table without any rules. @returns undefined where no browser is installed
 */
export async function measurePrint(points: number): Promise<Printed | undefined> {
  if (chromiumBrowsers(thisComputer).length === 0) return undefined
  const { core, close } = await openBenchRegister(points)
  const print = browserPrinter()
  let page = ''
  const browser: { ours: ChildProcesses | undefined; bare: ChildProcesses | undefined } = { ours: undefined, bare: undefined }
  const printing = { ...core, printer: async (html: string, options: { readonly signal: AbortSignal }) => { page = html; return print(html, options) } }
  const order = { kind: 'risk-list', year: new Date().getFullYear(), edition: 'internal', locale: 'zh-CN', format: 'pdf', purpose: 'bench' } as const
  try {
    const measured = await measure({
      runs: 1,
      ours: async () => { browser.ours = (await watchingChildren(() => finish(writeReport(printing, { kind: 'service', name: 'bench' }, order)))).children },
      bare: async () => { browser.bare = (await watchingChildren(() => print(withoutRules(page), { signal: AbortSignal.timeout(3_600_000) }))).children },
    })
    return { ...measured, browser }
  } finally {
    await close()
  }
}

/** The rows of all tables in one, without style and without what lies around. */
function withoutRules(page: string): string {
  const rows = [...page.matchAll(/<tbody>(?<rows>.*?)<\/tbody>/gsu)].map(({ groups }) => groups?.['rows'] ?? '').join('')
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>bench</title><table>${rows.replaceAll(/ (?:class|rowspan)="[^"]*"/gu, '')}</table></html>`
}
