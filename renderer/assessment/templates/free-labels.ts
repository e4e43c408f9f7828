import type { Labels } from '#shared/model/labels.ts'

/** A name no other template bears; a number is put behind it where one does. */
export function freeLabels(labels: Labels, all: readonly { readonly labels: Labels }[]): Labels {
  const taken = new Set(all.map((one) => one.labels['zh-CN']))
  if (!taken.has(labels['zh-CN'])) return labels
  let number = 2
  while (taken.has(`${labels['zh-CN']} ${number}`)) number++
  return { 'zh-CN': `${labels['zh-CN']} ${number}`, en: `${labels.en} ${number}` }
}
