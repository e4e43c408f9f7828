import type { Metadata } from './sheet-reading.ts'

// 填报单位：示例县水利局      填报日期：2012年9月28日 may stand in one cell or in several.
const pair = /([\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z（）() ]{0,19}?)\s*[:：]\s*([^:：]*?)(?=\s*$|\s{2,}[\p{Script=Han}A-Za-z（）() ]{1,20}[:：]|\s[\p{Script=Han}（）()]{2,12}[:：])/gu

/** The labels and values in a line above a table; an empty value is left out. */
export function metadataOf(texts: readonly string[]): Metadata[] {
  return texts
    .flatMap((text) => [...text.replaceAll('\u3000', ' ').trim().matchAll(pair)])
    .map(([, label = '', value = '']) => ({ label: label.trim(), value: value.trim() }))
    .filter(({ value }) => value !== '')
}
