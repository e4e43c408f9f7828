import { mapEventIterator } from '@orpc/client'

/**
 * A file that ends long work. oRPC carries files beside an answer, but not inside a stream of events, and a report is
 * the last event of its own progress. So the sender turns such a file into this, and the receiver back into a File.
 */
export class CarriedFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>

  constructor(name: string, type: string, bytes: Uint8Array<ArrayBuffer>) {
    this.name = name
    this.type = type
    this.bytes = bytes
  }
}

interface Wire { name: string; type: string; base64: string }

/** Both ends must be built with this; the number tells it apart from oRPC's own types (0 to 7). */
export const carriedFileSerializer = {
  type: 20,
  condition: (data: unknown): boolean => data instanceof CarriedFile,
  serialize: ({ name, type, bytes }: CarriedFile): Wire => ({ name, type, base64: toBase64(bytes) }),
  deserialize: ({ name, type, base64 }: Wire): File => new File([fromBase64(base64)], name, { type }),
}

/**
 * Passes a stream of events on with its files made ready to travel. Stopping to read stops the source.
 *
 * @param settle what an error on the way is turned into
 */
export function carryFiles<T, R>(events: AsyncIterator<T, R>, settle: (error: unknown) => unknown): AsyncIterator<unknown, unknown> {
  return mapEventIterator(events, {
    value: async (value: unknown) => (value instanceof File ? new CarriedFile(value.name, value.type, new Uint8Array(await value.arrayBuffer())) : value),
    error: async (error) => settle(error),
  })
}

/** `btoa` takes one character per byte and a function takes only so many arguments: so by pieces of a multiple of 3. */
const piece = 3 * 8192

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += piece) parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + piece))))
  return parts.join('')
}

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
