import type { Random } from './random.ts'

const acts = ['取水许可', '河道采砂', '建设用地', '食品经营', '道路运输', '医疗机构', '民办学校', '林木采伐', '排污许可', '危险化学品', '工程招标', '专项资金', '政府采购', '干部任用', '公务接待', '资产处置'] as const
const deeds = ['审批', '处罚', '征收', '检查', '确认', '奖励', '裁决', '监督', '拨付', '验收'] as const
const openings = ['受理时对不符合条件的申请予以受理', '现场核查走过场', '审批过程中接受宴请礼金', '选取评审专家有倾向', '对违法行为不立案', '滥用自由裁量权', '调查取证不及时', '向当事人通风报信', '受人情干扰减轻处罚', '擅自改变计征标准', '虚列工程量', '故意拖延付款', '化整为零规避公开采购', '设置排他性条款', '低价处置资产'] as const
const ends = ['为特定企业降低标准', '使其逃避处罚', '造成国有资产流失', '损害群众利益', '谋取不正当利益', '为超采留下空间', '畸轻畸重', '索要好处'] as const
const controls = ['实行双人核查并留影像资料', '重大事项集体研究', '定期轮换关键岗位', '随机抽取检查对象', '结果五日内公示', '执行裁量基准并说明理由', '与审批岗位分离', '纪检人员现场监督', '登记台账按季比对', '开展廉政谈话'] as const

export const powerName = (random: Random, number: number): string => `${random.pick(acts)}${random.pick(deeds)}（${number}号事项）`
export const manifestation = (random: Random, number: number): string => `${random.pick(openings)}，${random.pick(ends)}（第${number}项）`
export const measureText = (random: Random, number: number): string => `${random.pick(controls)}（措施${number}）`
