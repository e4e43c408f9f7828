import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sources = globSync('renderer/**/*.tsx').map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }))

/** The opening tags of a component, each up to its own end: braces and arrows inside of it are passed over. */
function tagsOf(text: string, name: string): { tag: string; empty: boolean }[] {
  const tags: { tag: string; empty: boolean }[] = []
  for (const { index } of text.matchAll(new RegExp(`<${name}[\\s>/]`, 'gu'))) {
    let depth = 0
    let at = index
    while (at < text.length && !(text[at] === '>' && depth === 0)) {
      if (text[at] === '{') depth++
      if (text[at] === '}') depth--
      at++
    }
    const tag = text.slice(index, at + 1)
    tags.push({ tag, empty: tag.endsWith('/>') })
  }
  return tags
}

interface Field { readonly file: string; readonly tag: string; readonly text: string }

const hasName = ({ tag }: Field): boolean => /aria-label[={]|aria-labelledby|\bid[={]|\.\.\.|label=/u.test(tag)

/** Whether a field stands inside of an element, which names it then. */
function isInside({ text, tag }: Field, element: string): boolean {
  const before = text.slice(0, text.indexOf(tag))
  return before.lastIndexOf(`<${element}`) > before.lastIndexOf(`</${element}>`)
}

test('a button that shows only a sign says in words what it does: to those who hear the page, and to those who point at it', () => {
  const buttons = sources.flatMap(({ file, text }) => tagsOf(text, 'Button').filter(({ tag, empty }) => empty && tag.includes('icon=')).map(({ tag }) => ({ file, tag })))
  expect(buttons.length).toBeGreaterThan(20)
  expect(buttons.filter(({ tag }) => !/aria-label[={]/u.test(tag) || !/title[={]/u.test(tag))).toEqual([])
})

test('a field without a label of its own has a name', () => {
  const fields = ['Input', 'Input.TextArea', 'InputNumber', 'Select', 'DatePicker', 'Switch'].flatMap((name) => sources.flatMap(({ file, text }) => tagsOf(text, name.replace('.', '\\.')).map(({ tag }) => ({ file, tag, text }))))
  expect(fields.length).toBeGreaterThan(100)
  expect(fields.filter((field) => !hasName(field) && !isInside(field, 'label') && !isInside(field, 'Form.Item')).map(({ file, tag }) => `${file}: ${tag}`)).toEqual([])
})
