import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { WorkerOptions } from 'node:worker_threads'

/**
 * Starts a thread of core. The same module runs from source and from a bundle; its thread stands beside it in the same
 * form.
 * @param beside `import.meta.url` of the module that starts the thread
 * @param name the thread's module without its ending, e.g. `examine-worker`
 */
export function startThread(beside: string, name: string, options: WorkerOptions): Worker {
  const fromSource = beside.endsWith('.ts')
  if (fromSource) keepWrappersAsTheyAre()
  return new Worker(new URL(`./${name}${fromSource ? '.ts' : '.js'}`, beside), options)
}

/** More calls than any program makes. */
const never = 2 ** 30

/**
 * Node takes the types out of a source file by WebAssembly, in each thread anew. V8 exchanges the wrappers of functions
 * that are called often for faster ones, which it keeps for the whole process; where threads come and go it frees some
 * twice and aborts the process (seen in V8 13.6, `WasmImportWrapperCache::Free`). Bundled programs strip no types.
 */
function keepWrappersAsTheyAre(): void {
  setFlagsFromString(`--wasm-wrapper-tiering-budget=${never}`)
}
