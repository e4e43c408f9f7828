import { seedOf } from './vocabulary-seed.ts'

/** Who answers for risk points of a grade; the scales name these codes. */
export const responsibleRoles = seedOf('responsible-role', [
  ['chief-leader', '主要领导', 'Chief leader', '单位主要领导', '主要负责人', '单位主要负责人', '一把手', 'Chief'],
  ['leader-in-charge', '分管领导', 'Leader in charge', '单位分管领导', '分管负责人', '分管局领导'],
  ['section-head', '科室负责人', 'Section head', '部门负责人', '股室负责人', '处室负责人', '科长', 'Department head'],
])
