import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isPageAddress, PAGE_SCHEME } from '#shared/desktop/page-address.ts'
import { pageFile } from '#shared/page/page-file.ts'
import { pageHeaders } from '#shared/page/page-policy.ts'
import type { ElectronApi } from './electron-api.ts'

/** Must run before Electron is ready. A standard, secure scheme gives the page an origin of its own to hold the policy against. */
export function declarePageScheme({ protocol }: Pick<ElectronApi, 'protocol'>): void {
  protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

/** Serves the files of the built page, each with the page's policy, and nothing else of the disk. */
export function servePage({ protocol }: Pick<ElectronApi, 'protocol'>, folder: string): void {
  protocol.handle(PAGE_SCHEME, async ({ method, url }) => {
    if (method !== 'GET' || !isPageAddress(url)) return new Response('not allowed', { status: 403, headers: pageHeaders })
    const file = pageFile(new URL(url).pathname)
    const bytes = file === undefined ? undefined : await contents(join(folder, ...file.path))
    if (file === undefined || bytes === undefined) return new Response('not found', { status: 404, headers: pageHeaders })
    return new Response(bytes, { headers: { ...pageHeaders, 'Content-Type': file.contentType } })
  })
}

async function contents(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
