import type { IncomingMessage } from 'node:http'
import { browserPaths } from '#shared/browser/paths.ts'

/** An answer that turns a request away: HTTP status and a short English reason. */
export interface Rejection { status: number; reason: string }

/** Largest request body in bytes: the largest workbook and room for the form around it. */
export const MAX_BODY_BYTES = 65 * 1024 * 1024

/**
 * Whether a request may come in at all, before anything of it is looked at.
 *
 * Threats: a page of another site that sends requests to this computer (its Origin differs); a name of another site
 * that suddenly points to 127.0.0.1, "DNS rebinding" (its Host differs); bodies that fill the memory.
 */
export function rejection(request: IncomingMessage, pathname: string, port: number): Rejection | undefined {
  const address = `127.0.0.1:${port}`
  if (request.headers.host !== address) return { status: 421, reason: 'not the address of this program' }
  if (!isFromOwnPage(request, `http://${address}`)) return { status: 403, reason: 'not from a page of this program' }
  return methodRejection(request.method, pathname) ?? bodyRejection(request)
}

/** A call must prove where it comes from; a plain page load (GET) may come without an Origin, but not with a strange one. */
function isFromOwnPage({ method, headers }: IncomingMessage, ownOrigin: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  return headers.origin === ownOrigin || (headers.origin === undefined && (method === 'GET' || method === 'HEAD'))
}

function methodRejection(method: string | undefined, pathname: string): Rejection | undefined {
  const isCall = pathname === browserPaths.session || pathname.startsWith(`${browserPaths.calls}/`)
  const allowed = isCall ? ['POST'] : ['GET', 'HEAD']
  return allowed.includes(method ?? '') ? undefined : { status: 405, reason: 'method not allowed' }
}

/** The length must be told before the body comes; Node then takes no byte more than was told. */
function bodyRejection({ method, headers }: IncomingMessage): Rejection | undefined {
  if (method !== 'POST') return undefined
  if (headers['content-length'] === undefined) return { status: 411, reason: 'length required' }
  return Number(headers['content-length']) > MAX_BODY_BYTES ? { status: 413, reason: 'too large' } : undefined
}
