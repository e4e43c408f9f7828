import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReportAnswer, ReportTask } from './build-in-thread.ts'
import { paperDocx } from './paper/paper-docx.ts'
import { paperHtml } from './paper/paper-html.ts'
import { paperXlsx } from './paper/paper-xlsx.ts'
import { buildRiskListXlsx } from './risk-list-xlsx.ts'

const task: ReportTask = workerData

async function built(): Promise<ReportAnswer> {
  try {
    return { kind: 'done', bytes: new Uint8Array(await bytesOf(task)) }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', code: error.code, params: error.params }
    throw error
  }
}

async function bytesOf(wanted: ReportTask): Promise<Uint8Array> {
  if ('riskList' in wanted) return buildRiskListXlsx(wanted.riskList)
  switch (wanted.format) {
    case 'docx': return paperDocx(wanted.paper)
    case 'xlsx': return paperXlsx(wanted.paper)
    case 'html': return new TextEncoder().encode(paperHtml(wanted.paper))
  }
}

parentPort?.postMessage(await built(), [])
