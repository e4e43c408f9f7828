import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../../electron/hosts/command-line/main.ts', import.meta.url))
const files = fileURLToPath(new URL('../../../electron/core/example/files/', import.meta.url))

/** The example workbooks by what they are. */
export const sample = {
  catalogue: `${files}职权目录.xlsx`,
  nineColumns: `${files}廉政风险点及防控措施一览表.xlsx`,
  situation: `${files}廉政风险点情况表.xlsx`,
  survey: `${files}岗位廉政风险排查表-GB18030.csv`,
} as const

export interface Ended {
  code: number | null
  out: string
  err: string
  /** stdout as the one JSON document it must be with `--json`. */
  json: () => Record<string, unknown>
}

export function start(args: readonly string[], variables: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [program, ...args], { env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', LC_MESSAGES: '', ...variables } })
}

/** Runs the command line as a program of its own, to its end, with nothing or a text on its standard input. */
export async function cli(args: readonly string[], variables: Record<string, string> = {}, given = ''): Promise<Ended> {
  const child = start(args, variables)
  child.stdin?.end(given)
  const [out, err] = [textOf(child.stdout), textOf(child.stderr)]
  const code = await new Promise<number | null>((resolve) => { child.on('close', resolve) })
  const said = await out
  return { code, out: said, err: await err, json: () => JSON.parse(said) as Record<string, unknown> }
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of stream ?? []) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString('utf8')
}
