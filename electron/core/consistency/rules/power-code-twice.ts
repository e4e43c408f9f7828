import { sql } from 'kysely'
import type { RuleFinder, Sql } from '../rule-query.ts'

/** As the index over written codes has it: case, blanks and dashes make no other code. */
const written = (column: Sql): Sql => sql`upper(replace(replace(replace(${column}, ' ', ''), '　', ''), '-', ''))`

/** Two powers whose codes are one, written differently; the very same code is refused when it is entered. */
export const powerCodeTwice: RuleFinder = () => ({
  from: sql`(SELECT ${written(sql`code`)} AS code FROM power WHERE state = 'in-force' AND code IS NOT NULL GROUP BY ${written(sql`code`)} HAVING count(*) > 1) AS c
    CROSS JOIN power AS r ON ${written(sql`r.code`)} = c.code`,
  where: sql`r.state = 'in-force' AND r.code IS NOT NULL`,
  order: sql`${written(sql`r.code`)}, r.number`,
})
