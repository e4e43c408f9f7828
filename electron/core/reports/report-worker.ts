import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '#shared/model/refusal.ts'
import { buildAnnualDocx } from './annual-docx.ts'
import type { ReportAnswer, ReportTask } from './build-in-thread.ts'
import { buildRiskListXlsx } from './risk-list-xlsx.ts'

const task: ReportTask = workerData

async function built(): Promise<ReportAnswer> {
  try {
    const bytes = await (task.format === 'docx' ? buildAnnualDocx(task.report) : buildRiskListXlsx(task.report))
    return { kind: 'done', bytes: new Uint8Array(bytes) }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', code: error.code, params: error.params }
    throw error
  }
}

parentPort?.postMessage(await built(), [])
