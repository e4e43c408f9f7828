import type { Disconnection } from './connection.ts'

/** Remembers that the connection was lost, so that it is told once, also to those who ask later. */
export class Loss {
  #why: Disconnection | undefined
  readonly #callbacks: ((why: Disconnection) => void)[] = []

  get happened(): boolean {
    return this.#why !== undefined
  }

  happen(why: Disconnection): void {
    if (this.#why !== undefined) return
    this.#why = why
    for (const callback of this.#callbacks.splice(0)) callback(why)
  }

  onDisconnect(callback: (why: Disconnection) => void): void {
    if (this.#why === undefined) this.#callbacks.push(callback)
    else callback(this.#why)
  }
}
