import type { Scale } from '../scales.ts'
import type { ApproverRole, Ladder } from './ladder.ts'

const check = (code: string, zh: string, en: string) => ({ code, labels: { 'zh-CN': zh, en } })

/**
 * The ladder a register starts with, after the decision chain that circulates in the field: the department, then by
 * grade the section head, the leader in charge or the chief, the discipline inspection, the leading group, publicity
 * and filing. Heaviest grade: chief; lightest: section head; all between: leader in charge.
 */
export function defaultLadder(scale: Scale): Ladder {
  const lightestFirst = scale.levels.toSorted((a, b) => a.severityRank - b.severityRank)
  const roleOf = (place: number): ApproverRole => {
    if (place === lightestFirst.length - 1) return 'chief-leader'
    return place === 0 ? 'section-head' : 'leader-in-charge'
  }
  return {
    steps: [
      {
        kind: 'department-review', roles: ['risk-officer', 'section-head'], approvers: [], days: 5,
        checklist: [
          check('complete', '职权、环节、岗位齐全', 'Power, step and post are complete'),
          check('own-words', '表现形式符合本岗位实际，不是照抄', 'The manifestation fits this post and is not copied'),
        ],
      },
      {
        kind: 'approval', roles: [], days: 5,
        approvers: lightestFirst.map(({ code }, place) => ({ grade: code, role: roleOf(place) })),
        checklist: [check('measures', '防控措施可行，有责任人和时限', 'Measures are workable and have an owner and a date')],
      },
      {
        kind: 'inspection-review', roles: ['inspector'], approvers: [], days: 10,
        checklist: [
          check('grade', '等级与要素得分、否决条款相符', 'The grade agrees with its factors and override rules'),
          check('lowering', '降级有依据、有证明材料', 'A lowering has grounds and evidence'),
          check('last-year', '与上年情况已作比较', 'Compared with last year'),
        ],
      },
      {
        kind: 'determination', roles: ['chief-leader'], approvers: [], days: 10,
        checklist: [check('meeting', '已经领导小组会议研究', 'Considered by the leading group in session')],
      },
      { kind: 'publicity', roles: ['inspector'], approvers: [], days: 7, checklist: [] },
      { kind: 'filing', roles: ['inspector'], approvers: [], days: 10, checklist: [] },
    ],
  }
}
