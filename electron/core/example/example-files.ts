import { readFile } from 'node:fs/promises'

/** The example workbooks, in the order in which they are imported. */
export const exampleFileNames = [
  '职权目录.xlsx',
  '廉政风险点及防控措施一览表.xlsx',
  '廉政风险点情况表.xlsx',
  '岗位廉政风险排查表-GB18030.csv',
] as const

export type ExampleFileName = (typeof exampleFileNames)[number]

/** Lies beside this module, in the sources as in the bundle. */
export const exampleFileUrl = (name: ExampleFileName): URL => new URL(`./files/${encodeURIComponent(name)}`, import.meta.url)

export const readExampleFile = (name: ExampleFileName): Promise<Uint8Array> => readFile(exampleFileUrl(name))
