import { sql } from 'kysely'
import type { IndicatorRow } from '#shared/contract/assessment.ts'
import type { IndicatorCode } from '#shared/model/assessment/indicators.ts'
import type { Condition } from '../../lists/filter-rules.ts'
import type { Moment } from './moment.ts'

/**
 * One figure the register tells of a department: which records are looked at, and which of them are as they should be.
 * The same conditions give the figure and the records behind it, so the two cannot disagree.
 */
export interface Indicator {
  readonly code: IndicatorCode
  /** What the records are; a change of a grade is shown by its risk point. */
  readonly entity: IndicatorRow['entity']
  /** The tables; the record that is shown is `r`. */
  readonly from: Condition
  /** Of a department; must be found by an index. */
  readonly of: (departmentId: string, moment: Moment) => Condition
  readonly counts: (moment: Moment) => Condition
  readonly label: Condition
  readonly about: Condition
}

/** What an indicator of one kind of record says besides its kind. */
interface Rule {
  /** Which of the records in force are looked at; all of them where nothing is said. */
  readonly among?: (moment: Moment) => Condition
  readonly counts: (moment: Moment) => Condition
}

type Kind = Pick<Indicator, 'entity' | 'from' | 'label' | 'about'>

const inForce = (kind: Kind) => (code: IndicatorCode, { among, counts }: Rule): Indicator => ({
  ...kind, code, counts,
  of: (departmentId, moment) => sql`r.state = 'in-force' AND r.department_id = ${departmentId}${among === undefined ? sql`` : sql` AND ${among(moment)}`}`,
})

export const ofPowers = inForce({ entity: 'power', from: sql`power AS r`, label: sql`r.name`, about: sql`coalesce(r.code, '')` })
export const ofPoints = inForce({ entity: 'risk-point', from: sql`risk_point AS r`, label: sql`r.manifestation`, about: sql`(SELECT w.name FROM power AS w WHERE w.id = r.power_id)` })
export const ofMeasures = inForce({ entity: 'control-measure', from: sql`control_measure AS r`, label: sql`r.content`, about: sql`coalesce(r.due_on, '')` })
export const ofPosts = inForce({ entity: 'post', from: sql`post AS r`, label: sql`r.name`, about: sql`''` })

/** Something that happened to risk points of the department; the tables after it are joined to each point `r` as `e`. */
export const toPoints = (code: IndicatorCode, joined: Condition, { among, counts }: Rule & Required<Pick<Rule, 'among'>>): Indicator => ({
  code, counts, entity: 'risk-point', from: sql`risk_point AS r CROSS JOIN ${joined}`, label: sql`r.manifestation`, about: sql`(SELECT w.name FROM power AS w WHERE w.id = r.power_id)`,
  of: (departmentId, moment) => sql`r.state = 'in-force' AND r.department_id = ${departmentId} AND e.risk_point_id = r.id AND ${among(moment)}`,
})
