/** Somebody saved the record after it was read: nothing was changed. */
export class StaleRecord extends Error {
  readonly id: string
  /** The record as it stands now, in the contract's field names. */
  readonly current: Record<string, unknown>

  constructor(id: string, current: Record<string, unknown>) {
    super(`record ${id} was changed meanwhile`)
    this.name = 'StaleRecord'
    this.id = id
    this.current = current
  }
}
