import { openBenchRegister } from './bench/bench-register.ts'
import { consistencyRules } from '#shared/model/consistency/rules.ts'
import { finders } from '#core/consistency/finders.ts'
import { readRuleSetting } from '#core/consistency/rule-setting.ts'
import { countRule } from '#core/consistency/ask-rule.ts'
import { findPage } from '#core/consistency/find-page.ts'
import { countRules } from '#core/consistency/count-rules.ts'
const n = Number(process.argv[2] ?? 20000)
const t0 = performance.now()
const r = await openBenchRegister(n)
console.log('made', n, Math.round(performance.now()-t0))
const db = r.core.database.read
const today = '2026-06-15'
const setting = await readRuleSetting(db, today)
for (const { code } of consistencyRules) {
  const a = performance.now()
  const c = await countRule(db, finders[code](setting))
  const b = performance.now()
  const p = await findPage(db, today, { rule: code, offset: 0, limit: 50 })
  const d = performance.now()
  await findPage(db, today, { rule: code, offset: Math.max(0, c - 50), limit: 50 })
  const e = performance.now()
  console.log(code.padEnd(30), String(c).padStart(7), (b-a).toFixed(1).padStart(8), (d-b).toFixed(1).padStart(8), (e-d).toFixed(1).padStart(8), p.rows.length)
}
const a = performance.now(); await countRules(db, today); const whole = performance.now()-a
const s = performance.now(); r.core.database.connection.prepare('SELECT count(*) FROM risk_point WHERE length(manifestation) > 5 AND state IS NOT NULL').get(); const scan = performance.now()-s
console.log('whole run', whole.toFixed(0), 'bare scan of risk_point', scan.toFixed(1), 'ratio', (whole/scan).toFixed(1))
await r.close()
