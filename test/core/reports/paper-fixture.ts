import { stackedBars } from '#core/reports/charts/stacked-bars.ts'
import { renderPng } from '#core/reports/charts/render-png.ts'
import type { Block, Paper, PaperForm } from '#core/reports/paper/paper.ts'
import { figureWidth } from '#core/reports/paper/paper.ts'

const square = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#1f4e79"/></svg>'

/** A sheet to be filled in: labels, cells across and down, room for an opinion. */
export const disposalForm: PaperForm = {
  shares: [2, 3, 2, 3],
  rows: [
    [{ text: '预警编号', label: true }, { text: '预警〔2026〕3号' }, { text: '预警级别', label: true }, { text: '橙色' }],
    [{ text: '责任部门', label: true, down: 2 }, { text: '行政审批股', down: 2 }, { text: '签收人', label: true }, { text: '' }],
    [{ text: '签收日期', label: true }, { text: '年  月  日', align: 'right' }],
    [{ text: '预警事由', label: true }, { text: '取水许可现场核查单人前往，记录缺失。\n请在五个工作日内报送原因剖析。', across: 3, lines: 4 }],
    [{ text: '处置意见', label: true }, { text: '', across: 3, lines: 6 }],
  ],
}

const chart = stackedBars({
  rows: [{ label: '行政审批股', byGrade: [2, 1, 3], ungraded: 0, total: 6 }, { label: '水政监察大队', byGrade: [1, 4, 0], ungraded: 2, total: 7 }],
  grades: ['高', '中', '低'], ungraded: '未评定', unassigned: '未指定', rest: (rows) => `其余${rows}项`, width: figureWidth,
})

const rows = ['行政审批股', '行政审批股', '行政审批股', '水政监察大队', '', '', '水政监察大队'].map((department, index) => [String(index + 1), department, `风险点${index + 1}`, String(index * 3), `XK-00${index}`])

/** A paper with one of everything a paper can hold. */
export function fullPaper(part: Partial<Paper> = {}): Paper {
  const upright: Block[] = [
    { kind: 'title', text: '示例县水利局' },
    { kind: 'title', text: '2026年度廉政风险防控工作情况' },
    { kind: 'empty-line' },
    { kind: 'chapter', text: '一、基本情况' },
    { kind: 'body', text: '本局共有内设科室六个，登记行政职权三十项。截至报告日，登记廉政风险点十三个，其中高风险三个、中风险五个、低风险三个。\n另有两个尚未评定等级。' },
    { kind: 'section', text: '（一）等级分布' },
    { kind: 'subsection', text: '1.按科室' },
    { kind: 'figure', drawing: chart, title: '各科室风险点等级构成', description: '行政审批股 6，水政监察大队 7' },
    { kind: 'figure-caption', text: '图1  各科室风险点等级构成（个）' },
    { kind: 'table-caption', text: '表1  风险点分等级统计' },
    { kind: 'table', table: { name: '分等级统计', columns: [{ title: '等级', share: 2 }, { title: '数量', share: 1, align: 'center', numbers: true }], rows: [['高', '3'], ['中', '5'], ['合计', '8']], totalFrom: 0 } },
    { kind: 'gap' },
    { kind: 'body', text: '处置单见下页。', withNext: true },
    { kind: 'form', form: disposalForm },
    { kind: 'small', text: '注：本表一式两份。' },
    { kind: 'empty-line' },
    { kind: 'annex-entry', text: '附件：1. 一览表', hang: 960, withNext: true },
    { kind: 'sign-off', text: '示例县水利局', fromRight: 1280, withNext: true },
    { kind: 'sign-off', text: '2026年12月31日', fromRight: 1280, withNext: false },
  ]
  const turned: Block[] = [
    { kind: 'annex-label', text: '附件', newPage: false },
    { kind: 'annex-title', text: '廉政风险点一览表' },
    { kind: 'table', table: {
      name: '一览表', size: 'small', merged: [1],
      columns: [{ title: '序号', share: 5, align: 'center', numbers: true }, { title: '科室', share: 12, align: 'center' }, { title: '风险点', share: 30 }, { title: '分值', share: 8, align: 'right', numbers: true }, { title: '编码', share: 12 }],
      rows,
    } },
  ]
  return {
    locale: 'zh-CN', title: '示例县水利局2026年度廉政风险防控工作情况', organisation: '示例县水利局', preparedOn: '2026-12-31',
    properties: { Edition: 'internal' },
    letterhead: { redHead: '示例县水利局文件', documentNumber: '示水〔2026〕12号', logo: { type: 'png', bytes: renderPng(square, 80), width: 60, height: 60 } },
    watermark: '内部资料 注意保存',
    sections: [{ page: 'portrait', blocks: upright }, { page: 'landscape', blocks: turned }],
    ...part,
  }
}
