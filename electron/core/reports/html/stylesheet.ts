/*
 * GB/T 9704-2012 as print rules: A4, margins 37, 26, 35 and 28 mm, 22 lines of 28 characters in 三号, the page number
 * between dashes at the outside. One text for all papers: a page that shows a paper admits it by its hash, and no
 * element carries a style of its own.
 */

const latin = '"Paper Latin"'
const fangsong = `${latin},"仿宋_GB2312","FangSong_GB2312","仿宋","FangSong","STFangsong","方正仿宋_GBK","Noto Serif CJK SC","Source Han Serif SC","Noto Serif SC",serif`
const song = `${latin},"方正小标宋简体","方正小标宋_GBK","FZXiaoBiaoSong-B05S","STZhongsong","SimSun","宋体","Noto Serif CJK SC","Source Han Serif SC","Noto Serif SC",serif`
const kai = `${latin},"楷体_GB2312","KaiTi_GB2312","楷体","KaiTi","STKaiti","方正楷体_GBK","Noto Serif CJK SC","Source Han Serif SC",serif`
const hei = `${latin},"黑体","SimHei","STHeiti","方正黑体_GBK","Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC","Noto Sans SC",sans-serif`
/** English is set in one face throughout, with quotation marks of its own width. */
const english = `"Times New Roman","Liberation Serif","Nimbus Roman","Noto Serif","DejaVu Serif",${fangsong}`
const plainSong = '"宋体","SimSun","STSong","Noto Serif CJK SC","Source Han Serif SC",serif'
const charts = '"Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC","SimHei",sans-serif'

/** Half an em of 三号 (8 pt): the step in which lines stand in from an edge. */
export const steps = 60
/** Points a red head may have. */
export const headSizes = { from: 22, to: 48 } as const

const each = (from: number, to: number, rule: (number: number) => string): string => Array.from({ length: to - from + 1 }, (_, index) => rule(from + index)).join('\n')

const number = '"— " counter(page) " —"'
/** The line of the number is about 6 mm high and its dash lies 7 mm off the type area. */
const numberFace = `font:14pt/17pt ${plainSong};color:#000`

const pages = `
@page upright{size:A4 portrait;margin:37mm 26mm 35mm 28mm}
@page upright:right{@bottom-right{content:${number};${numberFace};vertical-align:top;padding-top:4mm;padding-right:14pt}}
@page upright:left{@bottom-left{content:${number};${numberFace};vertical-align:top;padding-top:4mm;padding-left:14pt}}
@page turned{size:A4 landscape;margin:28mm 37mm 26mm 35mm}
@page turned:right{@left-bottom{content:${number};${numberFace};writing-mode:vertical-rl;text-align:right;vertical-align:top;padding-right:4mm;padding-bottom:14pt}}
@page turned:left{@left-top{content:${number};${numberFace};writing-mode:vertical-rl;text-align:left;vertical-align:top;padding-right:4mm;padding-top:14pt}}
section.upright{page:upright}
section.turned{page:turned}
section+section{break-before:page}`

const text = `
@font-face{font-family:"Paper Latin";src:local("Times New Roman"),local("TimesNewRomanPSMT"),local("Liberation Serif"),local("LiberationSerif"),local("Nimbus Roman");unicode-range:U+0020-024F}
html{font-family:${fangsong};font-size:16pt;line-height:28.95pt;color:#000;-webkit-print-color-adjust:exact;print-color-adjust:exact;overflow-wrap:anywhere}
body,p,h1,h2,h3,h4,figure{margin:0;padding:0;font-size:inherit;font-weight:inherit}
p,h1,h2,h3,h4,th,td{white-space:pre-wrap}
html:lang(zh) p,html:lang(zh) h2,html:lang(zh) h3,html:lang(zh) h4{letter-spacing:-.25pt}
p.body{text-indent:31.5pt;text-align:justify;orphans:2;widows:2}
html:lang(en) p.body{text-align:left;text-indent:32pt}
h1{font-family:${song};font-size:22pt;line-height:35pt;text-align:center;text-wrap:balance;break-after:avoid}
h2,h3,h4{text-indent:31.5pt;break-after:avoid;break-inside:avoid}
h2{font-family:${hei}}
h3{font-family:${kai}}
h2.annex{font-family:${song};font-size:22pt;line-height:35pt;text-align:center;text-wrap:balance;text-indent:0;letter-spacing:0;padding:6pt 0 8pt}
html:lang(en) :is(h1,h2,h3,h4,p,th,td){font-family:${english}}
html:lang(en) h2,html:lang(en) h3,html:lang(en) p.annex-label,html:lang(en) p.caption,html:lang(en) th{font-weight:bold}
html:lang(en) h2.annex{font-weight:normal}
p.annex-label{font-family:${hei};break-after:avoid}
p.new-page{break-before:page}
p.centred,p.caption{text-align:center}
p.caption{font-family:${hei};font-size:12pt;line-height:21pt;padding:5pt 0 2pt}
p.table-caption,p.next{break-after:avoid}
p.small{font-size:10.5pt;line-height:17pt;break-inside:avoid}
p.fine{font-size:9pt;line-height:13pt}
p.sign-off{text-align:right}
div.together{break-inside:avoid}
div.notes{break-before:avoid}
p.empty{height:28.95pt;break-after:avoid}
p.gap{height:10pt}
${each(0, steps, (step) => `.hang-${step}{text-indent:-${step * 8}pt}.left-${step}{padding-left:${step * 8}pt}.right-${step}{padding-right:${step * 8}pt}`)}`

/** Half of a collapsed line lies outside its table: without room for it the printer cuts the line at the right edge. */
const tables = `
table{width:calc(100% - 1pt);border-collapse:collapse;table-layout:fixed;font-size:12pt;line-height:17pt;letter-spacing:0}
table.small{font-size:10.5pt;line-height:15pt}
table.fine{font-size:9pt;line-height:13.5pt}
table.whole{break-inside:avoid}
table.continued{break-before:page}
thead{display:table-header-group}
tr{break-inside:avoid}
tr.long{break-inside:auto}
tbody tr:nth-last-child(-n+3):not(:last-child){break-after:avoid}
th,td{border:.5pt solid #000;padding:2.5pt 5pt;vertical-align:middle;text-align:left;font-weight:normal}
table.small th,table.small td,table.fine th,table.fine td{padding:2pt 3pt}
th{font-family:${hei}}
thead th,th.label{background:#edeff2;text-align:center}
th.c,td.c{text-align:center}
th.r,td.r{text-align:right}
th.l,td.l{text-align:left}
td.top{vertical-align:top}
table.form th,table.form td{padding:3pt 5pt}
table.form.small th,table.form.small td{padding:2pt 3pt}`

const figures = `
figure{text-align:center;break-inside:avoid;break-after:avoid;padding-top:6pt;line-height:0}
figure svg{max-width:100%;max-height:200mm;height:auto}
section.turned figure svg{max-height:135mm}
figure svg text{font-family:${charts}}
.logo{text-align:center;line-height:0;padding-bottom:6pt}
.logo img{width:auto;height:auto;max-width:80mm;max-height:24mm}
.red-head{font-family:${song};color:#c00000;text-align:center;padding:10pt 0;break-after:avoid}
${each(headSizes.from, headSizes.to, (size) => `.head-${size}{font-size:${size}pt;line-height:${size + 6}pt}`)}
.red-line{text-align:center;min-height:28.95pt;padding-bottom:8pt;border-bottom:2.25pt solid #c00000;margin-bottom:25pt;break-after:avoid}
section.turned .logo img{max-height:11.5mm}
section.turned .red-head{padding:4pt 0}
section.turned .red-line{margin-bottom:8pt}
.watermark{display:none}`

/** On a screen each section is a sheet on a desk; where a page ends, only the printer knows. */
const screen = `
@media screen{
html{background:#e4e7eb}
body{padding:6mm 0;background:none}
section{box-sizing:border-box;background:#fff;margin:0 auto 6mm;box-shadow:0 1px 4px rgb(0 0 0 / .25);position:relative}
section.upright{width:210mm;min-height:297mm;padding:37mm 26mm 35mm 28mm}
section.turned{width:297mm;min-height:210mm;padding:28mm 37mm 26mm 35mm}
.watermark{display:block;position:fixed;inset:0;z-index:1;pointer-events:none}
.watermark svg{width:100%;height:100%}
}`

/** The rules of every paper. */
export const stylesheet = `${pages}${text}${tables}${figures}${screen}\n`
