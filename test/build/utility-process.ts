import { parentPort, workerData } from 'node:worker_threads'
import type { MessagePort } from 'node:worker_threads'

// Stands in for Electron's utility process: the same `process.parentPort`, on a thread. Loads the built core.

interface Arriving { data: unknown; ports: MessagePort[] }

/** Electron's port hands its messages over inside an event. */
const electronPort = (port: MessagePort): object => ({
  on: (event: string, listener: (message?: unknown) => void) => {
    port.on(event, event === 'message' ? (data: unknown) => listener({ data }) : () => listener())
  },
  postMessage: (data: unknown) => port.postMessage(data),
  start: () => port.start(),
  close: () => port.close(),
})

const adapter = {
  on: (_event: 'message', listener: (message: { data: unknown; ports: object[] }) => void) => {
    parentPort?.on('message', ({ data, ports }: Arriving) => listener({ data, ports: ports.map(electronPort) }))
  },
  postMessage: (message: unknown) => parentPort?.postMessage(message),
}
Object.defineProperty(process, 'parentPort', { value: adapter })

await import(String(workerData))
