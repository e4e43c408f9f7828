import type { IFontAttributesProperties } from 'docx'
import { xmlText } from '../plain-text.ts'

interface Face {
  readonly name: string
  /** Other names of the same or the nearest face, tried in order where the first is not installed. */
  readonly alternatives: readonly string[]
  readonly family: 'roman' | 'modern' | 'swiss'
  readonly panose: string
  readonly charset: '86' | '00'
}

/** The faces GB/T 9704-2012 asks for are licensed and therefore named, never embedded. */
const faces = {
  song: { name: '方正小标宋简体', alternatives: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong', '宋体', 'SimSun', 'Noto Serif CJK SC'], family: 'roman', panose: '02010601030101010101', charset: '86' },
  fangsong: { name: '仿宋_GB2312', alternatives: ['仿宋', 'FangSong', '华文仿宋', 'STFangsong', '方正仿宋_GBK', 'Noto Serif CJK SC'], family: 'modern', panose: '02010609030101010101', charset: '86' },
  kai: { name: '楷体_GB2312', alternatives: ['楷体', 'KaiTi', '华文楷体', 'STKaiti', '方正楷体_GBK', 'Noto Serif CJK SC'], family: 'modern', panose: '02010609030101010101', charset: '86' },
  hei: { name: '黑体', alternatives: ['SimHei', '华文黑体', 'STHeiti', '方正黑体_GBK', 'Microsoft YaHei', 'Noto Sans CJK SC'], family: 'modern', panose: '02010609060101010101', charset: '86' },
  plainSong: { name: '宋体', alternatives: ['SimSun', '华文宋体', 'STSong', 'Noto Serif CJK SC'], family: 'roman', panose: '02010600030101010101', charset: '86' },
  latin: { name: 'Times New Roman', alternatives: ['Liberation Serif', 'Nimbus Roman'], family: 'roman', panose: '02020603050405020304', charset: '00' },
} as const satisfies Record<string, Face>

export type FaceName = Exclude<keyof typeof faces, 'latin'>

/** Chinese in the face named, Latin letters and digits in Times New Roman. */
export function font(face: FaceName): IFontAttributesProperties {
  const latin = faces.latin.name
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia: faces[face].name }
}

/** 宋体 for both, since the page number is set in half-width 宋体. */
export const pageNumberFont: IFontAttributesProperties = { ascii: faces.plainSong.name, hAnsi: faces.plainSong.name, eastAsia: faces.plainSong.name }

function fontElement({ name, alternatives, family, panose, charset }: Face): string {
  return `<w:font w:name="${xmlText(name)}"><w:altName w:val="${xmlText(alternatives.join(','))}"/><w:panose1 w:val="${panose}"/>`
    + `<w:charset w:val="${charset}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`
}

/** word/fontTable.xml with the fallbacks of every face; the document library writes a table only for embedded fonts. */
export function fontTableXml(): string {
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${namespace}">${Object.values(faces).map(fontElement).join('')}</w:fonts>`
}
