/** What somebody would have to judge by himself: how likely a point is to come true and how much harm it would do. */
export interface ExampleScore {
  readonly powerName: string
  readonly manifestation: string
  /** One of 10, 6, 3, 1. */
  readonly likelihood: number
  /** One of 100, 40, 15, 7. */
  readonly consequence: number
}

/**
 * The factors of the product method (D = L × C) for the example's forty risk points. Each product falls into the grade
 * that the example's workbooks state, so grading by the method confirms what was declared.
 */
export const exampleScores: readonly ExampleScore[] = [
  { powerName: '干部选拔任用和岗位调整', manifestation: '考察失真失实，任人唯亲', likelihood: 6, consequence: 40 },
  { powerName: '国有资产出租、处置', manifestation: '低价出租、私下处置资产', likelihood: 3, consequence: 40 },
  { powerName: '公章使用管理', manifestation: '违规用印、用印登记不全', likelihood: 6, consequence: 7 },
  { powerName: '专项资金拨付审核', manifestation: '无依据、超进度拨付工程款', likelihood: 6, consequence: 100 },
  { powerName: '专项资金拨付审核', manifestation: '故意拖延付款，索要好处', likelihood: 6, consequence: 15 },
  { powerName: '货物和服务采购', manifestation: '化整为零规避公开采购', likelihood: 6, consequence: 40 },
  { powerName: '水利基建项目初步设计文件审批', manifestation: '概算审查把关不严，虚列工程量', likelihood: 6, consequence: 40 },
  { powerName: '水利工程建设质量与安全监督检查', manifestation: '对质量缺陷隐瞒不报', likelihood: 3, consequence: 100 },
  { powerName: '水利工程建设质量与安全监督检查', manifestation: '监督人员与施工单位利益往来', likelihood: 3, consequence: 40 },
  { powerName: '水利工程竣工验收', manifestation: '验收标准放宽，不合格工程通过验收', likelihood: 3, consequence: 100 },
  { powerName: '小型水库除险加固项目资金安排建议', manifestation: '资金安排不按轻重缓急，照顾特定乡镇', likelihood: 10, consequence: 40 },
  { powerName: '水利工程招标与合同变更管理', manifestation: '设置排他性条款，泄露标底', likelihood: 6, consequence: 100 },
  { powerName: '水利工程招标与合同变更管理', manifestation: '随意变更设计，增加工程造价', likelihood: 10, consequence: 40 },
  { powerName: '水土保持补偿费征收', manifestation: '擅自改变计征标准', likelihood: 3, consequence: 40 },
  { powerName: '生产建设项目水土保持监督检查', manifestation: '发现问题不下达整改通知', likelihood: 3, consequence: 15 },
  { powerName: '对未经批准擅自取水的处罚', manifestation: '发现违法取水不立案或以罚代管', likelihood: 6, consequence: 40 },
  { powerName: '对未经批准擅自取水的处罚', manifestation: '滥用自由裁量权，畸轻畸重', likelihood: 10, consequence: 40 },
  { powerName: '对未经批准擅自取水的处罚', manifestation: '调查取证不及时，证据灭失', likelihood: 6, consequence: 15 },
  { powerName: '对在河道内弃置、堆放阻碍行洪物体的处罚', manifestation: '向当事人通风报信，使其逃避处罚', likelihood: 3, consequence: 40 },
  { powerName: '对在河道内弃置、堆放阻碍行洪物体的处罚', manifestation: '受人情干扰，减轻或免除处罚', likelihood: 10, consequence: 15 },
  { powerName: '对未编制水土保持方案擅自开工建设的处罚', manifestation: '选择性执法，对重点企业不查处', likelihood: 6, consequence: 15 },
  { powerName: '对违法采砂行为的处罚', manifestation: '充当非法采砂保护伞，入股采砂企业', likelihood: 3, consequence: 100 },
  { powerName: '对违法采砂行为的处罚', manifestation: '涉案采砂船、砂石料处置不规范', likelihood: 6, consequence: 40 },
  { powerName: '对拒不缴纳、拖延缴纳水资源费的处罚', manifestation: '不按规定加收滞纳金', likelihood: 3, consequence: 7 },
  { powerName: '对违法建设的阻碍行洪设施强行拆除', manifestation: '拆除委托未经公开遴选', likelihood: 3, consequence: 40 },
  { powerName: '查封、扣押水土保持违法工具及施工机械', manifestation: '扣押物品被挪用或调换', likelihood: 1, consequence: 100 },
  { powerName: '水资源费征收', manifestation: '少征、漏征或擅自减免水资源费', likelihood: 6, consequence: 40 },
  { powerName: '水资源费征收', manifestation: '收取现金不及时入库', likelihood: 3, consequence: 40 },
  { powerName: '取用水监督检查', manifestation: '检查前泄露检查信息', likelihood: 6, consequence: 7 },
  { powerName: '对在水资源节约保护中成绩显著的单位和个人的奖励', manifestation: '评选中照顾关系户', likelihood: 10, consequence: 7 },
  { powerName: '用水计划下达', manifestation: '计划指标分配随意', likelihood: 10, consequence: 15 },
  { powerName: '取水许可审批', manifestation: '受理时对不符合条件的申请予以受理，或故意拖延受理', likelihood: 3, consequence: 15 },
  { powerName: '取水许可审批', manifestation: '现场核查走过场，核定取水量与实际需求严重不符', likelihood: 6, consequence: 40 },
  { powerName: '取水许可审批', manifestation: '审批过程中接受宴请、礼金，为特定企业降低标准', likelihood: 6, consequence: 100 },
  { powerName: '河道管理范围内建设项目工程建设方案审批', manifestation: '选取评审专家倾向性明显，左右评审结论', likelihood: 6, consequence: 40 },
  { powerName: '生产建设项目水土保持方案审批', manifestation: '对补偿费计征面积核定不实', likelihood: 6, consequence: 15 },
  { powerName: '河道采砂许可', manifestation: '采砂权出让未公开竞价，指定特定对象', likelihood: 10, consequence: 100 },
  { powerName: '河道采砂许可', manifestation: '许可采砂范围、控制采砂量标注不清，为超采留空间', likelihood: 3, consequence: 40 },
  { powerName: '占用农业灌溉水源、灌排工程设施审批', manifestation: '替代工程标准认定随意', likelihood: 1, consequence: 40 },
  { powerName: '水事纠纷裁决', manifestation: '偏袒一方当事人', likelihood: 6, consequence: 15 },
]
