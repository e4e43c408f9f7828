import type { Block, Paper, PaperSection } from './paper.ts'

/** A paper whose every text went through a function: titles, paragraphs, cells, captions and the words beside pictures. */
export function mapTexts(paper: Paper, each: (text: string) => string): Paper {
  const { letterhead } = paper
  return {
    ...paper,
    title: each(paper.title),
    organisation: each(paper.organisation),
    ...(letterhead === undefined ? {} : { letterhead: { ...letterhead, ...(letterhead.documentNumber === undefined ? {} : { documentNumber: each(letterhead.documentNumber) }) } }),
    sections: paper.sections.map((section): PaperSection => ({ ...section, blocks: section.blocks.map((block) => mapBlock(block, each)) })),
  }
}

function mapBlock(block: Block, each: (text: string) => string): Block {
  switch (block.kind) {
    case 'empty-line': case 'gap': return block
    case 'table': return { ...block, table: { ...block.table, ...(block.table.name === undefined ? {} : { name: each(block.table.name) }), columns: block.table.columns.map((column) => ({ ...column, title: each(column.title) })), rows: block.table.rows.map((row) => row.map(each)) } }
    case 'form': return { ...block, form: { ...block.form, rows: block.form.rows.map((row) => row.map((cell) => ({ ...cell, text: each(cell.text) }))) } }
    case 'figure': return { ...block, title: each(block.title), description: each(block.description) }
    default: return { ...block, text: each(block.text) }
  }
}
