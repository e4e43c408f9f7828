import type { CallPort } from './parent-port.ts'

/** The ports of the pages. Those that come before the register is open wait for it; their calls are kept by the port itself. */
export class CallPorts {
  #serve: ((port: CallPort) => void) | undefined
  readonly #waiting: CallPort[] = []
  readonly #open = new Set<CallPort>()

  take(port: CallPort): void {
    if (this.#serve === undefined) this.#waiting.push(port)
    else this.#begin(port, this.#serve)
  }

  serveWith(serve: (port: CallPort) => void): void {
    this.#serve = serve
    for (const port of this.#waiting.splice(0)) this.#begin(port, serve)
  }

  /** Cancels what is still being worked on: a closed port aborts its calls. */
  closeAll(): void {
    for (const port of [...this.#open, ...this.#waiting]) port.close()
  }

  #begin(port: CallPort, serve: (port: CallPort) => void): void {
    this.#open.add(port)
    port.on('close', () => this.#open.delete(port))
    serve(port)
    port.start()
  }
}
