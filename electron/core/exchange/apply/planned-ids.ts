import type { Change } from '../../database/database.ts'
import type { Ref } from '../draft/records.ts'

/** The ids that planned records were given; a standing record's ref is its id. */
export class PlannedIds {
  readonly #given = new Map<Ref, string>()
  readonly #change: Change

  constructor(change: Change) {
    this.#change = change
  }

  give(ref: Ref, id: string): void {
    this.#given.set(ref, id)
  }

  /** A new id for something planned that gets its id from outside, kept from then on. */
  make(ref: Ref): string {
    const id = this.#given.get(ref) ?? this.#change.newId()
    this.#given.set(ref, id)
    return id
  }

  of(ref: Ref): string {
    return this.#given.get(ref) ?? ref
  }

  /** Whether the record was entered by this import. */
  isPlanned(ref: Ref): boolean {
    return this.#given.has(ref)
  }

  /** The same for a field that may be blank. */
  orNull(ref: Ref | null): string | null {
    return ref === null ? null : this.of(ref)
  }
}
