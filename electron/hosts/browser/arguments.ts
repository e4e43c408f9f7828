import { parseArgs } from 'node:util'

export interface BrowserArguments {
  /** The data folder; the platform's own where it is not given. */
  data?: string
  /** 0: any free one. */
  port: number
  open: boolean
}

/** Wrong usage; the message says what is wrong. */
export class WrongUsage extends Error {}

/**
 * `--data DIR`, `--port N`, `--no-open`; `--browser`, which chose this host, is let through.
 * @throws WrongUsage
 */
export function browserArguments(args: readonly string[]): BrowserArguments {
  const { data, port, 'no-open': noOpen } = parsed(args)
  return { ...(data === undefined ? {} : { data }), port: portNumber(port), open: noOpen !== true }
}

function parsed(args: readonly string[]): { data?: string; port?: string; 'no-open'?: boolean } {
  try {
    return parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' }, browser: { type: 'boolean' } },
      strict: true,
    }).values
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error))
  }
}

function portNumber(text: string | undefined): number {
  if (text === undefined) return 0
  const port = Number(text)
  if (!/^\d{1,5}$/u.test(text) || port > 65_535) throw new WrongUsage(`--port ${text}: a port is a number from 0 to 65535`)
  return port
}
