import { dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { Database as Connection } from 'better-sqlite3'
import { openConnection } from '../database/connection.ts'
import { storageRefusal } from '../database/storage-refusal.ts'
import type { ExamineMessage, ExamineTask } from './examine.ts'
import type { IntegrityProblem } from './problem.ts'
import { schemaProblems } from './schema-problems.ts'
import { referenceProblems, rowCountProblems, rowCounts, structureProblems } from './structure.ts'
import { verifySteps } from './verify-steps.ts'
import type { VerifyPlace } from './verify-steps.ts'

/** 8 MB at a time: often enough to show progress. */
const pagesAtOnce = 2000

const send = (message: ExamineMessage): void => { parentPort?.postMessage(message, []) }
const report = (done: number, total: number, stage: string): void => send({ kind: 'progress', progress: { done, total, stage } })

/** Opens a file nobody else uses and makes one file of it: no log beside it that could be left behind. */
function openAlone(file: string): Connection {
  const connection = openConnection(file, 'write')
  connection.pragma('journal_mode = DELETE')
  return connection
}

function using<T>(connection: Connection, work: (connection: Connection) => T): T {
  try {
    return work(connection)
  } finally {
    connection.close()
  }
}

function checkWhole(connection: Connection): IntegrityProblem[] {
  report(0, 2, 'check.structure')
  const structure = structureProblems(connection)
  report(1, 2, 'check.references')
  return [...structure, ...referenceProblems(connection)]
}

async function copy(source: string, target: string): Promise<IntegrityProblem[]> {
  const from = openConnection(source, 'read')
  try {
    // An open read transaction holds on to this instant, however much is written while the pages are copied.
    from.exec('BEGIN')
    const expected = rowCounts(from)
    await from.backup(target, {
      progress: ({ totalPages, remainingPages }) => {
        report(totalPages - remainingPages, totalPages, 'copy')
        return pagesAtOnce
      },
    })
    return using(openAlone(target), (made) => [...checkWhole(made), ...rowCountProblems(expected, rowCounts(made))])
  } finally {
    from.close()
  }
}

function verify(place: VerifyPlace): IntegrityProblem[] {
  return using(openConnection(place.folder.database, 'read'), (connection) => {
    connection.exec('BEGIN')
    return verifySteps.flatMap(({ stage, find }, index) => {
      report(index, verifySteps.length, stage)
      return find(connection, place)
    })
  })
}

const fileOf = (task: ExamineTask): string => (task.task === 'copy' ? task.source : task.task === 'check' ? task.file : task.place.folder.database)

async function run(task: ExamineTask): Promise<void> {
  try {
    const problems = task.task === 'copy' ? await copy(task.source, task.target)
      : task.task === 'check' ? using(openAlone(task.file), (connection) => [...schemaProblems(connection), ...checkWhole(connection)]) : verify(task.place)
    send({ kind: 'done', problems })
  } catch (error) {
    const refusal = storageRefusal(error, dirname(fileOf(task)))
    if (refusal === undefined) throw error
    send({ kind: 'refused', code: refusal.code, params: refusal.params })
  }
}

const task: ExamineTask = workerData
await run(task)
