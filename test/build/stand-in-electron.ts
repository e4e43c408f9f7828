import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'

/** Marks the place in Electron's program where its fuses are. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** Version 1 with ten fuses, all off ('0'). */
const fuseWire = Buffer.concat([Buffer.from(fuseSentinel, 'latin1'), Buffer.from([1, 10]), Buffer.from('0'.repeat(10), 'latin1')])

/** The state of the fuses of a program, in Electron's order: '1' on, '0' off. */
export function fusesOf(program: Buffer): string {
  const at = program.indexOf(fuseSentinel, 0, 'latin1')
  if (at < 0) throw new Error('no fuses')
  const wire = at + fuseSentinel.length
  return program.toString('latin1', wire + 2, wire + 2 + (program[wire + 1] ?? 0))
}

/**
 * A folder that has what the packager looks for in an unpacked Electron for Linux, and nothing that runs: it shows what
 * would be packed, without a network.
 */
export async function standInElectron(folder: string): Promise<void> {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'))
  const app = mkdtempSync(join(tmpdir(), 'default-app-'))
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('stand-in'), fuseWire, Buffer.from('end')]), { mode: 0o755 })
  writeFileSync(join(folder, 'version'), '45.4.1')
  writeFileSync(join(folder, 'LICENSE'), '')
  for (const name of ['zh-CN', 'en-US', 'de']) writeFileSync(join(folder, 'locales', `${name}.pak`), '')
  writeFileSync(join(app, 'main.js'), '')
  await createPackage(app, join(folder, 'resources', 'default_app.asar'))
  rmSync(app, { recursive: true })
}
