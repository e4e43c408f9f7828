import type { Answer, Surroundings } from './command.ts'

/** An answer of one sentence; its key is one of the texts under `cli`. */
export function finishAnswer({ t }: Surroundings, document: object, key: string, params: Record<string, string | number>): Answer {
  return { document, sentences: [t(key as never, { ns: 'cli', ...params })] }
}
