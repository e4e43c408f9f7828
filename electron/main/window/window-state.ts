import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const areaSchema = z.object({ x: z.number().int(), y: z.number().int(), width: z.number().int().min(1), height: z.number().int().min(1) })
export type Area = z.infer<typeof areaSchema>

const windowStateSchema = z.object({ bounds: areaSchema, maximised: z.boolean() })
export type WindowState = z.infer<typeof windowStateSchema>

export const SMALLEST = { width: 1024, height: 640 } as const
const usual = { width: 1366, height: 768 } as const

/** The place the window had last, or undefined where none is kept or it cannot be read: then it opens as the first time. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    return windowStateSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined
  }
}

export function keepWindowState(file: string, state: WindowState): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(state))
  } catch (error) {
    console.error(error) // A window that opens at its usual place next time is no reason to hold up the end.
  }
}

export interface WindowPlace { width: number; height: number; x?: number; y?: number }

/** Where to open: the last place while enough of it is on a screen that is still there, else in the middle. */
export function windowPlace(state: WindowState | undefined, screens: readonly Area[]): WindowPlace {
  if (state === undefined) return fitting(usual, screens)
  const last = { ...state.bounds, ...fitting(state.bounds, screens) }
  return screens.some((screen) => isSeenOn(screen, last)) ? last : fitting(usual, screens)
}

/** The bar the window is moved by must be within reach. */
function isSeenOn(screen: Area, { x, y, width }: Area): boolean {
  const overlap = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x)
  return overlap >= 200 && y >= screen.y - 10 && y <= screen.y + screen.height - 100
}

function fitting({ width, height }: { width: number; height: number }, screens: readonly Area[]): { width: number; height: number } {
  const widest = Math.max(SMALLEST.width, ...screens.map((screen) => screen.width))
  const highest = Math.max(SMALLEST.height, ...screens.map((screen) => screen.height))
  return { width: Math.min(Math.max(width, SMALLEST.width), widest), height: Math.min(Math.max(height, SMALLEST.height), highest) }
}
