import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/** LibreOffice with a profile of its own, as somebody who opens a file and writes it again. */
export interface LibreOffice {
  /** Opens files and writes them in another format; answers what it complained of, and the pages of what became a PDF. */
  convert(files: readonly string[], target: 'pdf' | 'docx' | 'xlsx', into: string): { readonly complaints: string[]; readonly pages: ReadonlyMap<string, number> }
  close(): void
}

export const hasLibreOffice = (): boolean => spawnSync('soffice', ['--version']).error === undefined

export function openLibreOffice(): LibreOffice {
  const profile = mkdtempSync(join(tmpdir(), 'documents-profile-'))
  return {
    convert: (files, target, into) => {
      const { status, stderr } = spawnSync('soffice', [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', target, '--outdir', into, ...files], { encoding: 'utf8', timeout: 600_000 })
      // Says only that no Java is installed, which nothing here asks for.
      const said = stderr.split('\n').filter((line) => line.trim() !== '' && !line.includes('javaldx'))
      const complaints = status === 0 && said.length === 0 ? [] : [`${files.map((file) => basename(file)).join(', ')} → ${target}: ended with ${status}. ${said.join(' ')}`]
      const pages = new Map<string, number>()
      for (const file of files) {
        const written = join(into, basename(file).replace(/\.\w+$/u, `.${target}`))
        const size = statSync(written, { throwIfNoEntry: false })?.size ?? 0
        if (size === 0) complaints.push(`${basename(file)} → ${target}: nothing was written`)
        else if (target === 'pdf') pages.set(file, pagesOf(written))
      }
      for (const [file, count] of pages) if (count === 0) complaints.push(`${basename(file)} → ${target}: not one page`)
      return { complaints, pages }
    },
    close: () => rmSync(profile, { recursive: true, force: true }),
  }
}

/** Pages of a PDF; 0 of what is none. */
export function pagesOf(pdf: string): number {
  try {
    return Number(/^Pages:\s+(\d+)/mu.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))?.[1] ?? 0)
  } catch {
    return readFileSync(pdf, 'latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0
  }
}
