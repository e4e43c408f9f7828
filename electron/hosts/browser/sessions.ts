import { newSecret, sameSecret } from './one-time-token.ts'
import type { OneTimeToken } from './one-time-token.ts'

export interface Sessions {
  /** The `Set-Cookie` value of a new session, or undefined where the token is wrong, used or too old. */
  begin(token: string): string | undefined
  /** Whether a `Cookie` header carries the session. */
  holds(cookieHeader: string | undefined): boolean
}

/**
 * One session, begun by one token; it lives as long as the program. The cookie is out of reach of scripts (HttpOnly)
 * and of every other site (SameSite=Strict). Cookies do not tell ports apart, so its name carries the port: two
 * programs on one computer do not overwrite each other's session.
 */
export function openSessions(token: OneTimeToken, port: () => number): Sessions {
  let session: string | undefined
  const cookieName = (): string => `integrity-${port()}`
  return {
    begin: (given) => {
      if (!token.redeem(given)) return undefined
      session = newSecret()
      return `${cookieName()}=${session}; Path=/; HttpOnly; SameSite=Strict`
    },
    holds: (header) => {
      const given = cookieValue(header, cookieName())
      return session !== undefined && given !== undefined && sameSecret(given, session)
    },
  }
}

function cookieValue(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.trim().split('=', 2)
    if (key === name) return value
  }
  return undefined
}
