import { strToU8 } from 'fflate'
import { xmlText } from '../plain-text.ts'
import type { AdmittedForm } from './admit-form.ts'

/** What the file says of itself where no reader sees it. */
export interface FormProperties {
  readonly title: string
  readonly organisation: string
  /** Names and values, such as the signed head of the log. */
  readonly custom: Readonly<Record<string, string>>
}

const core = 'application/vnd.openxmlformats-package.core-properties+xml'
const custom = 'application/vnd.openxmlformats-officedocument.custom-properties+xml'
const extended = 'application/vnd.openxmlformats-officedocument.extended-properties+xml'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/**
 * The whole package in a fixed order. Lists of types and relations and the properties are written anew: whoever made the
 * form, and when, is nothing the readers of a report need to know.
 */
export function packageParts({ main, types }: AdmittedForm, parts: ReadonlyMap<string, Uint8Array>, properties?: FormProperties): Map<string, Uint8Array> {
  const own = properties === undefined ? [] : propertyParts(properties)
  const overrides = [...types.overrides, ...own.map(({ path, type }): [string, string] => [path, type])]
  const typeList = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${
    [...types.defaults].map(([ending, type]) => `<Default Extension="${xmlText(ending)}" ContentType="${xmlText(type)}"/>`).join('')}${
    overrides.map(([path, type]) => `<Override PartName="/${xmlText(path)}" ContentType="${xmlText(type)}"/>`).join('')}</Types>`
  const relations = [{ type: `${relation}/officeDocument`, target: main }, ...own.map(({ path, relationType }) => ({ type: relationType, target: path }))]
  const relationList = `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${
    relations.map(({ type, target }, at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${xmlText(target)}"/>`).join('')}</Relationships>`
  const sorted = [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return new Map<string, Uint8Array>([
    ['[Content_Types].xml', strToU8(typeList)],
    ['_rels/.rels', strToU8(relationList)],
    ...own.map(({ path, xml }): [string, Uint8Array] => [path, strToU8(xml)]),
    ...sorted,
  ])
}

interface PropertyPart { readonly path: string; readonly type: string; readonly relationType: string; readonly xml: string }

function propertyParts({ title, organisation, custom: values }: FormProperties): PropertyPart[] {
  const named = Object.entries(values).map(([name, value], at) =>
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${at + 2}" name="${xmlText(name)}"><vt:lpwstr>${xmlText(value)}</vt:lpwstr></property>`).join('')
  const variant = 'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
  return [
    {
      path: 'docProps/core.xml', type: core, relationType: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      xml: `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(organisation)}</dc:creator></cp:coreProperties>`,
    },
    {
      path: 'docProps/app.xml', type: extended, relationType: `${relation}/extended-properties`,
      xml: `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" ${variant}><Company>${xmlText(organisation)}</Company></Properties>`,
    },
    {
      path: 'docProps/custom.xml', type: custom, relationType: `${relation}/custom-properties`,
      xml: `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" ${variant}>${named}</Properties>`,
    },
  ]
}
