import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Paper } from '#core/reports/paper/paper.ts'
import { admitForm } from '#core/reports/templates/admit-form.ts'
import { fillForm, inspectForm } from '#core/reports/templates/fill-form.ts'
import { formInThread } from '#core/reports/templates/form-thread.ts'
import { placeholdersOf } from '#core/reports/templates/placeholders-of.ts'
import { namesOf } from '#core/reports/templates/placeholders.ts'
import { finish, refusalOf } from '#test/core/helpers/graded-register.ts'
import { paragraph, row, table, wordFile, wordParts } from '#test/core/reports/templates/word-file.ts'

const relationships = (inner: string): string => `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
const relation = (type: string, target: string, mode = ''): string => relationships(`<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`)
const rels = (type: string, target: string, mode = ''): Record<string, string> => ({ 'word/_rels/document.xml.rels': relation(type, target, mode) })
const field = (...codes: string[]): string => `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${codes.map((code) => `<w:r><w:instrText>${code}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
const types = wordParts('')['[Content_Types].xml'] ?? ''
const names = { fields: ['title'], lists: new Map([['rows', ['c1']]]) }
const outcome = (work: () => unknown): unknown => { try { return work() } catch (error) { return error } }

const hostile: readonly [string, string, string, Record<string, string | Uint8Array>][] = [
  ['a macro project', 'macros', '', { 'word/vbaProject.bin': 'x' }],
  ['a macro project under another ending', 'macros', '', { 'word/vbaProject.xml': '<a/>' }],
  ['the content type of a macro document', 'macros', '', { '[Content_Types].xml': types.replace('wordprocessingml.document.main', 'ms-word.document.macroEnabled.main') }],
  ['a ribbon that calls macros', 'macros', '', { '_rels/.rels': (wordParts('')['_rels/.rels'] ?? '').replace('</Relationships>', '<Relationship Id="r" Type="http://schemas.microsoft.com/office/2007/relationships/ui/extensibility" Target="word/document.xml"/></Relationships>') }],
  ['an attached template elsewhere', 'external', '', { 'word/_rels/settings.xml.rels': relation('attachedTemplate', 'http://example.invalid/a.dotm', ' TargetMode="External"') }],
  ['an attached template named as a file', 'external', '', { 'word/_rels/settings.xml.rels': relation('attachedTemplate', 'file:///c:/a.dotm') }],
  ['an attached template of the settings', 'embedded', '', { 'word/settings.xml': '<w:settings xmlns:w="x"><w:attachedTemplate/></w:settings>' }],
  ['a remote picture', 'external', '', rels('image', 'https://example.invalid/p.png', ' TargetMode="External"')],
  ['a remote picture whose mode is spelled by references', 'external', '', rels('image', 'p.png', ' TargetMode="&#69;xternal"')],
  ['a picture on a share', 'external', '', rels('image', '\\\\server\\share\\p.png')],
  ['a picture outside the package', 'external', '', rels('image', '../../p.png')],
  ['a picture by an attribute', 'external', '<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:v" src="http://example.invalid/p.png"/></w:pict></w:r></w:p>', {}],
  ['a link to a page', 'external', '', rels('hyperlink', 'https://example.invalid/', ' TargetMode="External"')],
  ['an embedded object', 'embedded', '', { 'word/embeddings/oleObject1.bin': 'x' }],
  ['a relation to an object', 'embedded', '', rels('oleObject', 'media/a.png')],
  ['an ActiveX control', 'embedded', '', { 'word/activeX/activeX1.xml': '<a/>' }],
  ['a chunk of HTML', 'embedded', '<w:altChunk xmlns:r="y" r:id="rId9"/>', {}],
  ['a relation to a chunk', 'embedded', '', rels('aFChunk', 'a.xml')],
  ['a program in disguise', 'part-not-allowed', '', { 'word/media/run.exe': 'MZ' }],
  ['a field that includes a picture', 'field', field('INCLUDEPICTURE "http://example.invalid/p.png"'), {}],
  ['a field that starts a program', 'field', field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"'), {}],
  ['a field whose code is spread over runs', 'field', field('IN', 'CLUDE', 'TEXT "c:\\\\secret.docx"'), {}],
  ['a field in a simple element', 'field', '<w:p><w:fldSimple w:instr=" DDE a b "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>', {}],
  ['a field whose code is text', 'field', '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>INCLUDETEXT a</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>', {}],
  ['a field in a field', 'field', `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF </w:instrText><w:fldChar w:fldCharType="begin"/><w:instrText>LINK Excel.Sheet a</w:instrText><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="end"/></w:r></w:p>`, {}],
  ['a placeholder in a field', 'field', field('REF {{title}}'), {}],
  ['a field that never ends', 'field', '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DDE a</w:instrText></w:r></w:p>', {}],
  ['entities', 'part-broken', '', { 'word/document.xml': `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${(wordParts(paragraph('&b;'))['word/document.xml'] ?? '').replace(/^<\?xml[^>]*\?>/u, '')}` }],
  ['an unknown entity', 'part-broken', paragraph('&b;'), {}],
  ['a comment that parts a placeholder', 'part-broken', '<w:p><w:r><w:t>{{ti<!-- -->tle}}</w:t></w:r></w:p>', {}],
  ['CDATA', 'part-broken', '<w:p><w:r><w:t><![CDATA[{{title}}]]></w:t></w:r></w:p>', {}],
  ['XML that is not well formed', 'part-broken', '<w:p><w:r></w:p></w:r>', {}],
  ['an attribute without quotes', 'part-broken', '<w:p a=b/>', {}],
  ['another encoding', 'part-broken', '', { 'word/header1.xml': new Uint8Array([0xff, 0xfe, 0x3c, 0, 0x61, 0, 0x2f, 0, 0x3e, 0]) }],
  ['an encoding that is declared and not there', 'part-broken', '', { 'word/header1.xml': '<?xml version="1.0" encoding="UTF-7"?><a/>' }],
  ['bottomless nesting', 'part-broken', '', { 'word/header1.xml': `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}` }],
  ['tracked changes with names', 'tracked', '<w:p><w:ins w:author="某某"><w:r><w:t>1</w:t></w:r></w:ins></w:p>', {}],
  ['comments with names', 'comments', '', rels('comments', 'comments.xml')],
  ['no document', 'not-docx', '', { 'word/document.xml': '<a/>', '[Content_Types].xml': types.replace('document.main', 'template.main') }],
]

describe('a Word file of somebody else', () => {
  it('is taken where it is harmless, fields of page numbers included', () => {
    expect(inspectForm(admitForm(wordFile(paragraph('{{title}}') + field(' PAGE  \\* MERGEFORMAT ') + field('TOC \\o "1-3"') + field('HYPERLINK \\l "_Toc1"'))), names)).toEqual(['{{title}}'])
  })

  it.each(hostile)('with %s is refused', (_what, code, body, parts) => {
    const { params, ...error } = outcome(() => inspectForm(admitForm(wordFile(body, parts)), names)) as { code: string; params: object }
    expect(error.code).toBe(`form.${code}`)
    expect(params).toBeTypeOf('object')
  })

  it('that is no package, is cut short, is encrypted or holds a part twice is refused', () => {
    const file = wordFile(paragraph('一'))
    expect(outcome(() => admitForm(strToU8('not a package at all, only text')))).toMatchObject({ code: 'form.not-docx' })
    expect(outcome(() => admitForm(file.subarray(0, file.length - 60)))).toMatchObject({ code: 'form.not-docx' })
    expect(outcome(() => admitForm(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600)])))).toMatchObject({ code: 'form.not-docx' })
    expect(outcome(() => admitForm(wordFile('', { 'Word/document.xml': '<a/>' })))).toMatchObject({ code: 'form.part-broken' })
    expect(outcome(() => admitForm(new Uint8Array(11 * 1024 * 1024)))).toMatchObject({ code: 'form.too-large' })
  })

  it('that unpacks to more than any form is refused before it costs memory', async () => {
    const zeros = zipSync({ ...unzipSync(wordFile('')), 'word/media/zeros.png': new Uint8Array(20 * 1024 * 1024) }, { level: 9 })
    expect((await refusalOf(finish(formInThread({ kind: 'inspect', bytes: zeros, names })))).code).toBe('form.too-complex')
    const long = wordFile('', { 'word/header1.xml': `<a>${Array.from({ length: 1_500_000 }, (_, at) => at).join('')}</a>` })
    expect((await refusalOf(finish(formInThread({ kind: 'inspect', bytes: long, names })))).code).toBe('form.part-too-large')
    expect(outcome(() => admitForm(wordFile('', Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`word/p${at}.xml`, '<a/>'])))))).toMatchObject({ code: 'form.too-complex' })
    expect(outcome(() => inspectForm(admitForm(wordFile(paragraph('{{title}}').repeat(6000))), names))).toMatchObject({ code: 'form.too-complex' })
  })
})

describe('text of the register', () => {
  const nasty = ['</w:t></w:r><w:r><w:instrText>DDE a</w:instrText>', '{{title}}{{#rows}}{{@x}}', '&lt;script&gt; & "\'', '=cmd|\'/c calc\'!A1', '\u0000\u0008\uFFFE\uD800x', ']]><!-- <?xml ?>', '__proto__', 'a\nb\tc']
  const paper: Paper = {
    locale: 'zh-CN', title: nasty.join(''), organisation: '</cp:coreProperties><a>', preparedOn: '2026-01-01',
    sections: [{ page: 'portrait', blocks: [{ kind: 'table', table: { name: 'constructor', columns: [{ title: '__proto__', share: 1 }, { title: 'hasOwnProperty', share: 1 }], rows: nasty.map((text) => [text, text]) } }, { kind: 'table', table: { name: '__proto__', columns: [], rows: [] } }] }],
  }

  it('becomes neither markup nor a field nor a placeholder', () => {
    const values = placeholdersOf(paper, { year: 2026, number: '<1>', edition: '{{' })
    const body = paragraph('{{title}}|{{number}}') + table(row('{{#constructor}}{{__proto__}}', '{{hasOwnProperty}}{{/constructor}}'))
    const form = admitForm(wordFile(body))
    expect(inspectForm(form, namesOf(values))).toContain('{{hasOwnProperty}}')
    const file = fillForm(form, { values, empty: { fields: [], lists: new Map() }, properties: { title: paper.title, organisation: paper.organisation, custom: { 'a"b': '</vt:lpwstr>' } } })
    // What comes out is admitted again: well formed, and no field, reference or element has come in with the text.
    const again = admitForm(file)
    const xml = strFromU8(again.parts.get('word/document.xml') ?? new Uint8Array())
    expect(xml).not.toContain('<w:instrText>')
    expect(xml.match(/<w:tr>/gu)).toHaveLength(nasty.length)
    expect(xml).toContain('{{title}}{{#rows}}{{@x}}')
  })
})
