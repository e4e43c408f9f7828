import { gradingHandlers } from '#core/grading/router.ts'
import type { Call } from '#core/registration.ts'
import type { Case } from './measure.ts'
import type { Database as Connection } from 'better-sqlite3'

interface Point { id: string; revision: number }

const scores = [10, 6, 3, 1] as const

/** One grading saved: the grading appended, the point brought up to date, the audit entry, one commit that reaches the disk. */
export function savingCase({ call, connection }: { call: Call; connection: Connection }): Case {
  const points = connection.prepare<[], Point>("SELECT id, revision FROM risk_point WHERE state = 'in-force' ORDER BY number LIMIT 400").all()
  const ours = points.slice(0, 200)
  const theirs = points.slice(200)
  return {
    name: 'save', what: 'one grading with its audit entry, committed', runs: 60,
    ours: (run) => {
      const point = ours[run % ours.length] ?? missing()
      const likelihood = scores[run % scores.length] ?? 1
      return gradingHandlers.grade({ items: [{ riskPointId: point.id, revision: point.revision++, factors: { likelihood, consequence: 100 } }], reason: '年度复评', approver: '领导小组' }, call)
    },
    bare: bareSave(connection, theirs),
  }
}

function bareSave(connection: Connection, points: readonly Point[]): (run: number) => void {
  const version = connection.prepare<[], { id: string }>("SELECT v.id FROM grading_method_version v JOIN grading_method m ON m.id = v.method_id WHERE m.code = 'product'").get()
  const grading = connection.prepare("INSERT INTO grading (id, risk_point_id, method_version_id, stage, factors, score, computed_grade, overrides, final_grade, final_rank, direction, source, graded_by, graded_at, graded_on) VALUES (?, ?, ?, 'declared', ?, ?, ?, '[]', ?, ?, 'same', 'person', 'bench', '2026-01-05T01:00:00.000Z', '2026-01-05')")
  const point = connection.prepare("UPDATE risk_point SET grading_id = ?, grade_code = ?, grade_rank = ?, grading_stage = 'declared', likelihood = ?, consequence = ?, revision = revision + 1 WHERE id = ?")
  const audit = connection.prepare("INSERT INTO audit_entry (id, at, actor_kind, actor, action, entity, entity_id, before, after) VALUES (?, '2026-01-05T01:00:00.000Z', 'person', 'bench', 'grading.declare', 'risk-point', ?, '{}', '{}')")
  const save = connection.transaction((run: number) => {
    const { id } = points[run % points.length] ?? missing()
    const gradingId = crypto.randomUUID()
    const likelihood = scores[run % scores.length] ?? 1
    const [grade, rank] = likelihood >= 3 ? ['high', 3] : ['medium', 2]
    grading.run(gradingId, id, version?.id, JSON.stringify({ likelihood, consequence: 100 }), likelihood * 100, grade, grade, rank)
    point.run(gradingId, grade, rank, likelihood, 100, id)
    audit.run(crypto.randomUUID(), id)
  })
  return (run) => { save(run) }
}

function missing(): never {
  throw new Error('no risk point to save')
}
