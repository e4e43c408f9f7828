import type { Caller } from '#shared/model/caller.ts'
import type { Core } from '../core.ts'

/** How a call finds out who is behind it. Asked anew for each call, so that a role taken away is gone at once. */
export interface Identity {
  caller(core: Core): Promise<Caller>
  /** Where somebody can sign in by this way; the command line has none. */
  readonly session?: Session
}

/** What a session remembers of a sign-in. */
export interface SignedIn {
  readonly personId: string
  /** A password changed since, by anybody, ends the session. */
  readonly passwordChangedAt: string
  readonly lastSignIn: LastSignIn | null
}

/** The sign-in before this one: UTC instant, and how many attempts failed since. */
export interface LastSignIn { readonly at: string | null; readonly failures: number }

/** One window's way in: who has signed in through it, if anybody. It lives in the host, out of the page's reach. */
export interface Session {
  /** The computer's user, by whom somebody is called who has not signed in. */
  readonly account: string
  readonly signedIn: SignedIn | null
  readonly locked: boolean
  begin(as: SignedIn, now: number): void
  /** A sign of life by the person. */
  stir(now: number): void
  unlock(now: number): void
  end(): void
}

/** The command line and unattended runs, under their own name in the log. */
export const serviceIdentity = (name: string): Identity => fixedIdentity({ personId: null, name, grants: [{ role: 'service', departments: 'all' }] })

export const fixedIdentity = (caller: Caller): Identity => ({ caller: () => Promise.resolve(caller) })
