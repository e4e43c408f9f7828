/** The colour of a grade and of the text on it; every pair has a contrast of at least 4.5:1. */
export interface GradeColour {
  readonly fill: string
  readonly text: string
}

const deepRed: GradeColour = { fill: '#a8201a', text: '#ffffff' }
const rust: GradeColour = { fill: '#b3541e', text: '#ffffff' }
const amber: GradeColour = { fill: '#c77700', text: '#000000' }
const olive: GradeColour = { fill: '#6b6f2a', text: '#ffffff' }
const slateTeal: GradeColour = { fill: '#3d6b73', text: '#ffffff' }

/** Points without a grade, and cells that lead to none. */
export const noGradeColour: GradeColour = { fill: '#c9ced4', text: '#000000' }

/** Lines and text of the charts. */
export const ink = { text: '#1f2328', quiet: '#57606a', rule: '#8c959f', paper: '#ffffff' } as const

const palettes: readonly (readonly GradeColour[])[] = [
  [deepRed],
  [deepRed, slateTeal],
  [deepRed, amber, slateTeal],
  [deepRed, rust, amber, slateTeal],
  [deepRed, rust, amber, olive, slateTeal],
]

/** Colour by position in the scale, heaviest first: the ends keep theirs however many steps a scale has. */
export function gradeColour(index: number, steps: number): GradeColour {
  const palette = palettes[Math.min(steps, palettes.length) - 1]
  if (palette === undefined || index >= steps) return noGradeColour
  return index === steps - 1 ? (palette.at(-1) ?? noGradeColour) : (palette[Math.min(index, palette.length - 2)] ?? palette[0] ?? noGradeColour)
}
