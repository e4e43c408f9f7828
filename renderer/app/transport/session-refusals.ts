import { ORPCError } from '@orpc/client'
import { z } from 'zod'

const sessionCodes = ['session.missing', 'session.locked', 'password.must-change'] as const
const refusedSchema = z.object({ code: z.enum(sessionCodes) })

const refusals = new EventTarget()
const happened = 'session-refused'

/** Calls back when core has refused a call because nobody is signed in, or somebody has been away for too long. */
export function onSessionRefused(callback: () => void): () => void {
  refusals.addEventListener(happened, callback)
  return () => refusals.removeEventListener(happened, callback)
}

/** Lets every call pass and takes note of those refused for the session's sake. */
export async function noticingRefusals<T>({ next }: { next: () => Promise<T> }): Promise<T> {
  try {
    return await next()
  } catch (error) {
    if (error instanceof ORPCError && refusedSchema.safeParse(error.data).success) refusals.dispatchEvent(new Event(happened))
    throw error
  }
}
