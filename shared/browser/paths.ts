/** What the browser host serves besides the files of the page. */
export const browserPaths = {
  /** POST: the one-time token for a session. */
  session: '/session',
  /** GET: a stream that stays open while the page does. */
  presence: '/presence',
  /** POST: the procedures of the contract. */
  calls: '/rpc',
} as const

/** The name of the token in the address's fragment, which no browser sends over the wire. */
export const TOKEN_KEY = 'token'
