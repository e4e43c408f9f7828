import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReportAnswer, ReportTask } from './build-in-thread.ts'
import { buildRiskListXlsx } from './risk-list-xlsx.ts'
import { paperDocx } from './paper/paper-docx.ts'
import { buildSheetXlsx } from './sheet-xlsx.ts'
import { paperOf } from './sheet-paper.ts'
import { annualPaper } from './annual/annual-paper.ts'

const task: ReportTask = workerData

async function built(): Promise<ReportAnswer> {
  try {
    return { kind: 'done', bytes: new Uint8Array(await bytesOf(task)) }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', code: error.code, params: error.params }
    throw error
  }
}

function bytesOf({ format, ...wanted }: ReportTask): Promise<Uint8Array> {
  if ('sheet' in wanted) return format === 'docx' ? paperDocx(paperOf(wanted.sheet)) : buildSheetXlsx(wanted.sheet)
  return format === 'docx' ? paperDocx(annualPaper(wanted.report)) : buildRiskListXlsx(wanted.report)
}

parentPort?.postMessage(await built(), [])
