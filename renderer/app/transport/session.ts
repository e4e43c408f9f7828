import { browserPaths, TOKEN_KEY } from '#shared/browser/paths.ts'
import { NotConnected } from './connection.ts'

/**
 * Exchanges the one-time token of the address for a session and takes it out of the address bar and the history. A
 * page without a token was loaded again and has its session already; a stale token does no harm to such a session.
 *
 * @throws NotConnected when the program does not answer or knows no session for this page
 */
export async function beginSession(): Promise<void> {
  const token = new URLSearchParams(location.hash.slice(1)).get(TOKEN_KEY)
  if (token === null) return
  history.replaceState(history.state, '', location.pathname + location.search)
  const response = await exchange(token)
  if (!response.ok) throw new NotConnected('session-ended')
}

async function exchange(token: string): Promise<Response> {
  try {
    return await fetch(browserPaths.session, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
      credentials: 'same-origin',
    })
  } catch (error) {
    throw Object.assign(new NotConnected('program-ended'), { cause: error })
  }
}
