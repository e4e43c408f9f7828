import { seedOf } from './vocabulary-seed.ts'

/** 职权类别: the types of administrative powers, then the internal powers that catalogues list beside them. */
export const powerTypes = seedOf('power-type', [
  ['licence', '行政许可', 'Administrative licence', '许可', '行政审批', '审批', '许可类', 'Licence', 'License', 'Permit'],
  ['penalty', '行政处罚', 'Administrative penalty', '处罚', '处罚类', 'Penalty'],
  ['coercion', '行政强制', 'Administrative coercion', '强制', '强制类', '行政强制措施', 'Coercion'],
  ['levy', '行政征收', 'Administrative levy', '征收', '征收类', '行政征收征用', '行政征用', 'Levy'],
  ['payment', '行政给付', 'Administrative payment', '给付', '给付类', 'Payment', 'Benefit'],
  ['inspection', '行政检查', 'Administrative inspection', '检查', '检查类', '行政监督检查', '监督检查', 'Inspection'],
  ['confirmation', '行政确认', 'Administrative confirmation', '确认', '确认类', 'Confirmation'],
  ['reward', '行政奖励', 'Administrative reward', '奖励', '奖励类', 'Reward'],
  ['adjudication', '行政裁决', 'Administrative adjudication', '裁决', '裁决类', 'Adjudication'],
  ['planning', '行政规划', 'Administrative planning', '规划', '规划类', 'Planning'],
  ['other', '其他行政权力', 'Other administrative power', '其他', '其它', '其他权力', '其他类', '其他行政职权', '其它行政权力', '其他行政管理', 'Other'],
  ['internal-personnel', '内部权力·人事', 'Internal power: personnel', '内部权力（人事）', '人事', '人事管理', '干部人事', 'Personnel'],
  ['internal-finance', '内部权力·财务', 'Internal power: finance', '内部权力（财务）', '财务', '财务管理', 'Finance'],
  ['internal-assets', '内部权力·资产', 'Internal power: assets', '内部权力（资产）', '资产', '资产管理', '国有资产管理', 'Assets'],
  ['internal-procurement', '内部权力·采购', 'Internal power: procurement', '内部权力（采购）', '采购', '政府采购', '物资采购', 'Procurement'],
  ['internal-works', '内部权力·工程', 'Internal power: works', '内部权力（工程）', '工程', '工程建设', '基建工程', 'Works'],
  ['internal-vehicles', '内部权力·公车', 'Internal power: official vehicles', '内部权力（公车）', '公车', '公务用车', '车辆管理', 'Vehicles'],
  ['internal-reception', '内部权力·接待', 'Internal power: reception', '内部权力（接待）', '接待', '公务接待', 'Reception'],
  ['internal-seals', '内部权力·印章', 'Internal power: seals', '内部权力（印章）', '印章', '印章管理', '公章管理', 'Seals'],
  ['three-majors', '三重一大', 'Major decisions, appointments, projects and funds', '三重一大事项', '三重一大决策', 'Three majors and one large'],
])
