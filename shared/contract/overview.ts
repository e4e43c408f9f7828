import { z } from 'zod'
import { procedure } from './procedure.ts'

/** '' as a code or id means: none set. */
export const overviewSchema = z.object({
  powers: z.number().int(),
  powersByType: z.array(z.object({ typeCode: z.string(), powers: z.number().int() })),
  riskPoints: z.number().int(),
  riskPointsByGrade: z.array(z.object({ gradeCode: z.string(), points: z.number().int() })),
  byDepartment: z.array(z.object({ departmentId: z.string(), departmentName: z.string(), gradeCode: z.string(), points: z.number().int() })),
  byCategory: z.array(z.object({ categoryCode: z.string(), gradeCode: z.string(), points: z.number().int() })),
  /** Points that were graded with a likelihood and a consequence. */
  matrix: z.array(z.object({ likelihood: z.number(), consequence: z.number(), gradeCode: z.string(), points: z.number().int() })),
  /** Points by the grade expected once their measures work, and by the one verified; grades nobody was given are left out. */
  figures: z.array(z.object({ gradeCode: z.string(), expected: z.number().int(), verified: z.number().int() })),
  measures: z.number().int(),
  measuresByProgress: z.array(z.object({ progress: z.string(), measures: z.number().int() })),
  attention: z.object({
    toConfirm: z.number().int(),
    ungraded: z.number().int(),
    notAccepted: z.number().int(),
    highestWithoutMeasure: z.number().int(),
    withoutMeasure: z.number().int(),
    powersWithoutRisk: z.number().int(),
    powersWithoutSteps: z.number().int(),
    discretionWithoutBenchmark: z.number().int(),
    overdueMeasures: z.number().int(),
    measuresWithoutOwner: z.number().int(),
    overdueWarnings: z.number().int(),
    openWarnings: z.number().int(),
  }),
})
export type Overview = z.infer<typeof overviewSchema>

export const overview = {
  get: procedure('register.read').output(overviewSchema),
}
