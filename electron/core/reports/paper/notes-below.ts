import type { Block } from './paper.ts'

const isNote = ({ kind }: Block): boolean => kind === 'small' || kind === 'gap'

/** Whether nothing but notes follows the block to the end of its section: they stay with it, since a page of notes alone says nothing. */
export const isNoted = (blocks: readonly Block[], at: number): boolean => at < blocks.length - 1 && blocks.slice(at + 1).every(isNote)
