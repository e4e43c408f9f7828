import { defaultScales, type Scale } from '#shared/model/scales.ts'

function delivered(code: string): Scale {
  const scale = defaultScales.find((candidate) => candidate.code === code)
  if (scale === undefined) throw new Error(`no delivered scale ${code}`)
  return scale
}

export const threeGrades = delivered('three')
export const fourGrades = delivered('four')

export const scaleOf = (definition: { scale: string }): Scale => delivered(definition.scale)
