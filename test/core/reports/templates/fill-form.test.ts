import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Paper } from '#core/reports/paper/paper.ts'
import { admitForm } from '#core/reports/templates/admit-form.ts'
import { exampleForm } from '#core/reports/templates/example-form.ts'
import { fillForm, inspectForm } from '#core/reports/templates/fill-form.ts'
import { placeholdersOf } from '#core/reports/templates/placeholders-of.ts'
import { namesOf } from '#core/reports/templates/placeholders.ts'
import { paragraph, row, table, wordFile } from './word-file.ts'

const paper: Paper = {
  locale: 'zh-CN', title: '廉政风险点一览表', organisation: '龙岭县水利局', preparedOn: '2026-11-29', letterhead: { documentNumber: '龙水〔2026〕1号' },
  sections: [{
    page: 'landscape',
    blocks: [
      { kind: 'title', text: '廉政风险点一览表' },
      { kind: 'body', text: '填报单位：龙岭县水利局' },
      { kind: 'table', table: {
        name: '一览表', totalFrom: 1,
        columns: [{ title: '序号', share: 1 }, { title: '风险\n等级', share: 1 }, { title: '防控措施', share: 3 }],
        rows: [['1', '高', '双人 & 双岗\n<留痕>'], ['2', '低', '{{title}}'], ['合计', '2', '']],
      } },
      { kind: 'form', form: { shares: [1, 1], rows: [[{ text: '类 别', label: true }, { text: '行政许可' }], [{ text: '甲', label: true }, { text: '乙', label: true }]] } },
    ],
  }],
}
const values = placeholdersOf(paper, { year: 2026, number: '12', edition: '内部版' })
const names = namesOf(values)
const nothing = { fields: [], lists: new Map<string, string[]>() }
const properties = { title: paper.title, organisation: paper.organisation, custom: { ArchiveHash: 'abc & <d>' } }

const fill = (body: string) => fillForm(admitForm(wordFile(body)), { values, empty: nothing, properties })
const bodyOf = (file: Uint8Array): string => strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array())
const textOf = (file: Uint8Array): string => bodyOf(file).replaceAll(/<w:br\/>/gu, '\n').replaceAll(/<\/w:p>/gu, '¶').replaceAll(/<[^>]+>/gu, '')
const refused = (work: () => unknown): unknown => { try { return work() } catch (error) { return error } }

describe('the placeholders of a report', () => {
  it('are its facts in both languages, its sheets by their labels, its tables by their columns', () => {
    expect(names.fields).toEqual(expect.arrayContaining(['title', '标题', 'organisation', '单位', 'year', '年度', '文件编号', '版本', '发文字号', '日期', '正文', '类别']))
    expect(names.fields).not.toContain('甲')
    expect(names.lists.get('rows')).toEqual(['position', 'c1', '序号', 'c2', '风险等级', 'c3', '防控措施'])
    expect([...names.lists.keys()]).toEqual(['rows', 'total', 'chapters'])
    expect(values.lists.get('rows')?.rows).toHaveLength(2)
    expect(values.lists.get('total')?.rows[0]?.get('c2')).toBe('2')
  })
})

describe('a form of the office', () => {
  const form = [paragraph('{{', 'tit', 'le}}（{{ 年度 }}）'), paragraph('{{类别}}'), table(row('序号', '措施'), row('{{#rows}}{{序号}} {{风险等级}}', '{{c3}} {{单位}}{{/rows}}'), row('{{#total}}{{序号}}', '{{c2}}{{/total}}'))].join('')

  it('is filled with values, a row for each row, and its placeholders are listed', () => {
    expect(inspectForm(admitForm(wordFile(form)), names)).toEqual(['{{title}}', '{{ 年度 }}', '{{类别}}', '{{#rows}}', '{{序号}}', '{{风险等级}}', '{{c3}}', '{{单位}}', '{{#total}}', '{{c2}}'])
    expect(textOf(fill(form))).toBe('廉政风险点一览表（2026）¶行政许可¶序号¶措施¶1 高¶双人 &amp; 双岗\n&lt;留痕&gt; 龙岭县水利局¶2 低¶{{title}} 龙岭县水利局¶合计¶2¶')
    expect(bodyOf(fill(form)).match(/<w:tr>/gu)).toHaveLength(4)
  })

  it('is filled byte for byte alike, and tells nothing of who made it', () => {
    const parts = { 'docProps/core.xml': '<c><creator>张三</creator></c>', 'docProps/thumbnail.jpeg': new Uint8Array([1]) }
    const file = fillForm(admitForm(wordFile(form, parts)), { values, empty: nothing, properties })
    expect(file).toEqual(fillForm(admitForm(wordFile(form, parts)), { values, empty: nothing, properties }))
    const written = Object.entries(unzipSync(file)).map(([path, content]) => [path, strFromU8(content)] as const)
    expect(written.map(([path]) => path)).toEqual(['[Content_Types].xml', '_rels/.rels', 'docProps/core.xml', 'docProps/app.xml', 'docProps/custom.xml', 'word/document.xml'])
    expect(written.some(([, content]) => content.includes('张三'))).toBe(false)
    expect(written.find(([path]) => path === 'docProps/custom.xml')?.[1]).toContain('abc &amp; &lt;d&gt;')
  })

  it('leaves empty what this edition does not hold, and refuses what nobody knows', () => {
    const body = paragraph('甲{{责任人}}乙')
    expect(textOf(fillForm(admitForm(wordFile(body)), { values, empty: { fields: ['责任人'], lists: new Map() }, properties }))).toBe('甲乙¶')
    expect(refused(() => fill(body))).toMatchObject({ code: 'form.placeholder-unknown', params: { placeholder: '{{责任人}}' } })
  })

  it('shows a passage only where a list is empty', () => {
    const empty = placeholdersOf({ ...paper, sections: [{ page: 'portrait', blocks: [{ kind: 'table', table: { columns: [{ title: '甲', share: 1 }], rows: [] } }] }] }, { year: 2026, number: '', edition: '' })
    expect(textOf(fillForm(admitForm(wordFile(paragraph('{{^rows}}无{{/rows}}{{#rows}}{{甲}}{{/rows}}'))), { values: empty, empty: nothing, properties }))).toBe('无¶')
  })

  it.each([
    ['{{titel}}', 'placeholder-unknown', '{{titel}}', 2],
    ['{{constructor}}', 'placeholder-unknown', '{{constructor}}', 2],
    ['{{title.length}}', 'placeholder-unknown', '{{title.length}}', 2],
    ['{{title', 'placeholder-unclosed', '{{title', 2],
    ['title}}', 'placeholder-unopened', '}}', 2],
    ['｛｛title｝｝', 'placeholder-wide', '｛｛title｝｝', 2],
    ['{{@title}}', 'placeholder-broken', '{{@title}}', 2],
    ['{{=&lt; >=}}', 'placeholder-broken', '{{=< >=}}', 2],
    ['{{-w:tr rows}}{{/rows}}', 'placeholder-broken', '{{-w:tr rows}}', 2],
    ['{{#rows}}{{序号}}', 'list-unended', '{{#rows}}', 2],
    ['{{/rows}}', 'list-unbegun', '{{/rows}}', 2],
    ['{{#rows}}{{/total}}', 'list-unended', '{{#rows}}', 2],
    ['{{#列}}{{/列}}', 'list-unknown', '{{#列}}', 2],
    ['{{rows}}', 'list-as-value', '{{rows}}', 2],
    ['{{序号}}', 'placeholder-unknown', '{{序号}}', 2],
  ])('with %s is refused, naming it and where it stands', (text, code, placeholder, at) => {
    expect(refused(() => inspectForm(admitForm(wordFile(`${paragraph('第一段')}${paragraph(text)}`)), names))).toMatchObject({ code: `form.${code}`, params: { placeholder, paragraph: at, place: 'body' } })
  })

  it('whose list begins before a table and ends inside it is refused', () => {
    const torn = `${paragraph('{{#rows}}')}${table(row('{{/rows}}', '乙'))}`
    const outcome = refused(() => inspectForm(admitForm(wordFile(torn)), names))
    expect(outcome).toMatchObject({ code: 'form.list-misplaced', params: { place: 'body' } })
  })

  it('is shown by an example that has every value of the report', () => {
    const blocks = exampleForm(paper).sections[0]?.blocks
    expect(blocks).toMatchObject([
      { kind: 'title', text: '{{标题}}' }, { kind: 'body', text: '{{正文}}' },
      { kind: 'table', table: { rows: [['{{#rows}}{{序号}}', '{{风险等级}}', '{{防控措施}}{{/rows}}'], ['{{#total}}{{序号}}', '{{风险等级}}', '{{防控措施}}{{/total}}']] } },
      { kind: 'form', form: { rows: [[{}, { text: '{{类别}}' }], [{}, { text: '乙' }]] } },
    ])
  })
})
