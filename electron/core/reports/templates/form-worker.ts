import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '#shared/model/refusal.ts'
import { admitForm } from './admit-form.ts'
import { fillForm, inspectForm } from './fill-form.ts'
import type { FormAnswer, FormTask } from './form-thread.ts'

const task: FormTask = workerData

function answer(): FormAnswer {
  try {
    const form = admitForm(task.bytes)
    if (task.kind === 'inspect') return { kind: 'inspected', placeholders: inspectForm(form, task.names) }
    return { kind: 'filled', bytes: new Uint8Array(fillForm(form, task)) }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', code: error.code, params: error.params, field: error.field }
    throw error
  }
}

parentPort?.postMessage(answer(), [])
