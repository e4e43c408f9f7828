import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pageFile } from '#shared/page/page-file.ts'

/** Answers with a file of the built page, or says that there is none. */
export async function sendPageFile(response: ServerResponse, folder: string, pathname: string): Promise<void> {
  const file = pageFile(pathname)
  const bytes = file === undefined ? undefined : await contents(join(folder, ...file.path))
  if (file === undefined || bytes === undefined) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('not found')
    return
  }
  response.writeHead(200, { 'Content-Type': file.contentType, 'Content-Length': bytes.length }).end(bytes)
}

async function contents(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) return undefined
    throw error
  }
}
