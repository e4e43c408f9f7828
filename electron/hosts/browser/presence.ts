import type { ServerResponse } from 'node:http'

export interface PresenceOptions {
  /** Milliseconds without any page after which the last one counts as closed; loading a page again takes less. */
  grace: number
  /** Called once, when pages were open and none has been for the grace period. */
  onLastGone: () => void
}

export interface Presence {
  /** Number of open pages. */
  readonly count: number
  /** Keeps a page's stream open until the page closes it. */
  take(response: ServerResponse): void
  /** Ends all streams, so that pages learn at once that the program ends. */
  end(): void
}

/** Which pages are open, known by the stream each of them holds. */
export function keepPresence({ grace, onLastGone }: PresenceOptions): Presence {
  const open = new Set<ServerResponse>()
  let goodbye: NodeJS.Timeout | undefined
  let ending = false
  return {
    get count() {
      return open.size
    },
    take: (response) => {
      clearTimeout(goodbye)
      open.add(response)
      response.writeHead(200, { 'Content-Type': 'text/event-stream' })
      response.write(': present\n\n')
      response.once('close', () => {
        open.delete(response)
        if (open.size === 0 && !ending) goodbye = setTimeout(onLastGone, grace)
      })
    },
    end: () => {
      ending = true
      clearTimeout(goodbye)
      for (const response of open) response.end()
    },
  }
}
