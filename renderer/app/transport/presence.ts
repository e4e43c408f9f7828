import { browserPaths } from '#shared/browser/paths.ts'
import { NotConnected } from './connection.ts'
import type { Disconnection } from './connection.ts'
import type { Loss } from './loss.ts'

/** How often, and after how many milliseconds each, a broken presence is tried again before it counts as lost. */
const retries = [200, 800, 2000]

/**
 * Holds one stream to the program open for as long as the page is: the program ends itself after its last page, and
 * the page learns when the program has ended.
 *
 * @throws NotConnected when there is no session or no program to begin with
 */
export async function stayPresent(loss: Loss): Promise<void> {
  const first = await open()
  if (typeof first === 'string') throw new NotConnected(first)
  void hold(first, loss)
}

async function hold(stream: ReadableStream<Uint8Array>, loss: Loss): Promise<void> {
  let current: ReadableStream<Uint8Array> | Disconnection = stream
  while (typeof current !== 'string') {
    await drained(current)
    current = await openAgain()
  }
  loss.happen(current)
}

async function openAgain(): Promise<ReadableStream<Uint8Array> | Disconnection> {
  let answer: ReadableStream<Uint8Array> | Disconnection = 'program-ended'
  for (const pause of retries) {
    await new Promise((resolve) => { setTimeout(resolve, pause) })
    answer = await open()
    if (answer !== 'program-ended') return answer
  }
  return answer
}

async function open(): Promise<ReadableStream<Uint8Array> | Disconnection> {
  try {
    const response = await fetch(browserPaths.presence, { credentials: 'same-origin' })
    return response.ok && response.body !== null ? response.body : 'session-ended'
  } catch {
    return 'program-ended' // No answer at all: nobody listens there any more.
  }
}

/** Waits until a stream ends or breaks. */
async function drained(stream: ReadableStream<Uint8Array>): Promise<void> {
  const reader = stream.getReader()
  try {
    while (!(await reader.read()).done) continue
  } catch {
    return // A broken stream is an ended one; whether the program lives is asked next.
  }
}
