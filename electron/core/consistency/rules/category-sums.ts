import { sql } from 'kysely'
import type { RuleFinder, Sql } from '../rule-query.ts'

/** The points of each category and grade: as the totals say, and as they are counted. */
const bothCounts: Sql = sql`
  SELECT category_code AS category, grade_code AS grade, points AS kept, 0 AS counted FROM risk_point_total
  UNION ALL SELECT coalesce(category_code, ''), coalesce(grade_code, ''), 0, count(*) FROM risk_point WHERE state = 'in-force' GROUP BY category_code, grade_rank, grade_code`

/** Categories with the grades whose totals kept are not what is counted; both sums of those grades. */
export const unevenCategories: Sql = sql`
  SELECT category AS id, sum(kept) AS kept, sum(counted) AS counted FROM (
    SELECT category, grade, sum(kept) AS kept, sum(counted) AS counted FROM (${bothCounts}) GROUP BY category, grade HAVING sum(kept) <> sum(counted)
  ) GROUP BY category`

/** Sums by category that do not foot: the figures of the overview and of reports would contradict their lists. */
export const categorySums: RuleFinder = () => ({ from: sql`(${unevenCategories}) AS r`, where: sql`TRUE`, order: sql`r.id`, key: sql`r.id`, department: null })
