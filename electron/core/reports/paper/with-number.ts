import type { Block, Paper } from './paper.ts'

/**
 * The document number belongs under the red head; a paper without one has it below its title, which is where the
 * blocks returned here have it.
 */
export function withNumber({ letterhead, sections }: Paper): Paper['sections'] {
  const [first, ...others] = sections
  const number = letterhead?.documentNumber ?? ''
  if (first === undefined || number === '' || (letterhead?.redHead ?? '') !== '') return sections
  const below = first.blocks.findLastIndex(({ kind }, index) => kind === 'title' && first.blocks.slice(0, index).every((block) => block.kind === 'title')) + 1
  const numberLine: Block = { kind: 'centred', text: number }
  return [{ ...first, blocks: [...first.blocks.slice(0, below), numberLine, ...first.blocks.slice(below)] }, ...others]
}
