import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { passwordText } from '#shared/model/people/password-rules.ts'
import type { Environment, PasswordWork, ScryptCost } from '../environment.ts'

/** About 0.35 s and 128 MiB on an office PC; what OWASP's password storage cheat sheet asks of scrypt. */
const todaysCost: ScryptCost = { N: 2 ** 17, r: 8, p: 1 }
const saltBytes = 16
const hashBytes = 32
/** Bytes; what small parameters need besides. */
const leastMemory = 2 ** 20

/** Node's own scrypt. It refuses to use more memory than it is told it may; the algorithm needs 128 × N × r bytes. */
export const nodeScrypt: PasswordWork = {
  cost: todaysCost,
  derive: (password, salt, { N, r, p }) => new Promise((resolve, reject) => {
    scrypt(passwordText(password), salt, hashBytes, { N, r, p, maxmem: leastMemory + 256 * N * r }, (error, key) => {
      if (error === null) resolve(key)
      else reject(error)
    })
  }),
}

/** The work of this installation. */
export const passwordWorkOf = ({ passwordWork = nodeScrypt }: Environment): PasswordWork => passwordWork

const storedSchema = z.object({
  algorithm: z.literal('scrypt'),
  N: z.number().int().min(2).max(2 ** 20), r: z.number().int().min(1).max(32), p: z.number().int().min(1).max(16),
  salt: z.base64(), hash: z.base64(),
})

let last: Promise<unknown> = Promise.resolve()

/** One at a time: each takes 128 MiB, and whoever sends a thousand attempts shall wait, not fill the memory. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work, work)
  last = result.catch(() => undefined)
  return result
}

/** What is kept of a password: its hash, with how it was made, as JSON. */
export async function hashPassword(password: string, { cost, derive }: PasswordWork): Promise<string> {
  const salt = randomBytes(saltBytes)
  const hash = await inTurn(() => derive(password, salt, cost))
  return JSON.stringify({ algorithm: 'scrypt', ...cost, salt: salt.toString('base64'), hash: hash.toString('base64') })
}

/** Whether a password is the one that was kept. */
export async function matchesPassword(password: string, kept: string, { derive }: PasswordWork): Promise<boolean> {
  const { salt, hash, N, r, p } = storedSchema.parse(JSON.parse(kept))
  const expected = Buffer.from(hash, 'base64')
  const derived = await inTurn(() => derive(password, Buffer.from(salt, 'base64'), { N, r, p }))
  return expected.length === derived.length && timingSafeEqual(expected, derived)
}

/** The same work as for somebody who has an account, for a name nobody bears. Never true. */
export async function matchesNobody(password: string, { cost, derive }: PasswordWork): Promise<false> {
  const derived = await inTurn(() => derive(password, Buffer.alloc(saltBytes), cost))
  timingSafeEqual(derived, Buffer.alloc(derived.length))
  return false
}

/** Whether a hash was made with less work than is asked for today. */
export function isWeaker(kept: string, { cost }: PasswordWork): boolean {
  const { N, r, p } = storedSchema.parse(JSON.parse(kept))
  return N * r * p < cost.N * cost.r * cost.p || N < cost.N
}
