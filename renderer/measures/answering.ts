import type { MeasureRow } from '#shared/contract/measures.ts'

/** Who answers for a measure: its post, else the name that was written down. */
export const answeringFor = ({ ownerPostName, owner }: Pick<MeasureRow, 'ownerPostName' | 'owner'>): string | null => ownerPostName ?? owner
