import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AnyRouter } from '@orpc/server'
import { RPCHandler } from '@orpc/server/node'
import { z } from 'zod'
import type { CallContext } from '#core/registration.ts'
import { browserPaths, TOKEN_KEY } from '#shared/browser/paths.ts'
import { pageHeaders } from '#shared/page/page-policy.ts'
import { servingOptions } from '../calls/serving.ts'
import { rejection } from './admission.ts'
import { oneTimeToken } from './one-time-token.ts'
import { sendPageFile } from './page-files.ts'
import { keepPresence } from './presence.ts'
import type { Presence } from './presence.ts'
import { openSessions } from './sessions.ts'
import type { Sessions } from './sessions.ts'

export interface BrowserHostOptions {
  router: AnyRouter
  context: CallContext
  /** Folder of the built page. */
  pageFolder: string
  /** 0: any free one. */
  port?: number
  /** Milliseconds the one-time token of the address may wait for its use. */
  tokenLife: number
  /** Milliseconds after which the last page counts as closed. */
  grace?: number
  now?: () => number
}

export interface BrowserHost {
  /** The address with its one-time token. */
  readonly url: string
  readonly port: number
  /** Number of pages open at this moment. */
  readonly pages: number
  /** Settles when pages were open and the last one has been closed. */
  readonly lastPageClosed: Promise<void>
  /** Lets the unused address wait longer, in milliseconds from now. */
  prolongAddress(life: number): void
  /** Stops serving; pages learn it at once and their work is cancelled. */
  close(): Promise<void>
}

/**
 * Serves the built page and the procedures on 127.0.0.1, to nobody but the page opened by the one-time address.
 *
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const lastPage = Promise.withResolvers<void>()
  const presence = keepPresence({ grace: options.grace ?? 4000, onLastGone: lastPage.resolve })
  const token = oneTimeToken(options.tokenLife, options.now ?? Date.now)
  const sessions = openSessions(token, () => portOf(server))
  const calls = new RPCHandler<CallContext>(options.router, servingOptions())
  const server = createServer(serverLimits, (request, response) => {
    answer({ request, response, port: portOf(server) }, { ...options, presence, sessions, calls })
      .catch((fault: unknown) => fail(response, options.context.reportFault(fault, 'browser-host')))
  })
  await listening(server, options.port ?? 0)
  return {
    url: `http://127.0.0.1:${portOf(server)}/#${TOKEN_KEY}=${token.value}`,
    port: portOf(server),
    get pages() {
      return presence.count
    },
    lastPageClosed: lastPage.promise,
    prolongAddress: token.prolong,
    close: () => closed(server, presence),
  }
}

/** Slow or oversized headers do not hold a place; a body may take long, a workbook is large. */
const serverLimits = { headersTimeout: 10_000, requestTimeout: 120_000, maxHeaderSize: 16 * 1024 } as const

interface Exchange { request: IncomingMessage; response: ServerResponse; port: number }
interface Parts { presence: Presence; sessions: Sessions; calls: RPCHandler<CallContext>; context: CallContext; pageFolder: string }

/** Each request passes in this order: address and origin, token or session, then what it asks for. */
async function answer({ request, response, port }: Exchange, parts: Parts): Promise<void> {
  for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value)
  const pathname = URL.parse(request.url ?? '/', `http://127.0.0.1:${port}`)?.pathname
  if (pathname === undefined) return refuse(response, 400, 'not an address')
  const rejected = rejection(request, pathname, port)
  if (rejected) return refuse(response, rejected.status, rejected.reason)
  if (pathname === browserPaths.session) return beginSession(request, response, parts.sessions)
  const isCall = pathname.startsWith(`${browserPaths.calls}/`)
  // The files of the page hold no data, and the page needs to load before it can begin its session.
  if (!isCall && pathname !== browserPaths.presence) return sendPageFile(response, parts.pageFolder, pathname)
  if (!parts.sessions.holds(request.headers.cookie)) return refuse(response, 401, 'no session')
  if (!isCall) return parts.presence.take(response)
  const { matched } = await parts.calls.handle(request, response, { prefix: browserPaths.calls, context: parts.context })
  if (!matched) refuse(response, 404, 'no such procedure')
}

const tokenSchema = z.object({ token: z.string().max(200) })

async function beginSession(request: IncomingMessage, response: ServerResponse, sessions: Sessions): Promise<void> {
  // A page that has its session keeps it, whatever address it was opened by.
  if (sessions.holds(request.headers.cookie)) return void response.writeHead(204).end()
  if (Number(request.headers['content-length']) > 1000) return refuse(response, 413, 'too large')
  const given = tokenSchema.safeParse(await readJson(request))
  const cookie = given.success ? sessions.begin(given.data.token) : undefined
  if (cookie === undefined) return refuse(response, 401, 'the address was used before or is too old')
  response.writeHead(204, { 'Set-Cookie': cookie }).end()
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'))
  } catch {
    return undefined // Not JSON is as good as no token.
  }
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  // The body of a refused request is not read; its connection ends with the answer.
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' }).end(reason)
}

function fail(response: ServerResponse, reference: string): void {
  if (response.headersSent) response.destroy()
  else refuse(response, 500, reference)
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    // Only this computer reaches the loopback address, whatever its firewall lets through.
    server.listen({ port, host: '127.0.0.1', exclusive: true }, resolve)
  })
}

function closed(server: Server, presence: Presence): Promise<void> {
  presence.end()
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
