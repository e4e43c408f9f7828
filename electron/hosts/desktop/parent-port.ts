import type { MessagePortMainLike } from '@orpc/client/message-port'

/** A port as it arrives in Electron's utility process: it is silent until started. */
export interface CallPort extends MessagePortMainLike {
  start: () => void
  close: () => void
}

export interface ParentMessage { data: unknown; ports: CallPort[] }

/** The way to the main process, described by what is used of it, so that no Electron is needed to test what speaks through it. */
export interface ParentPort {
  on: (event: 'message', listener: (message: ParentMessage) => void) => unknown
  postMessage: (message: unknown) => void
}

/** @throws Error outside Electron's utility process */
export function parentPortOf(process: object): ParentPort {
  if (!('parentPort' in process) || !isParentPort(process.parentPort)) throw new Error('this program runs only in a process started by the desktop host')
  return process.parentPort
}

const isParentPort = (port: unknown): port is ParentPort =>
  typeof port === 'object' && port !== null && 'on' in port && typeof port.on === 'function' && 'postMessage' in port && typeof port.postMessage === 'function'
