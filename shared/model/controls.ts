/** How often a recurring measure is carried out. */
export const measureFrequencies = ['weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly'] as const
export type MeasureFrequency = (typeof measureFrequencies)[number]

/** How well a measure works, as rated at a check; best first. */
export const measureEffectivenesses = ['effective', 'partly', 'ineffective'] as const
export type MeasureEffectiveness = (typeof measureEffectivenesses)[number]

/** What a point's grade would be once its planned measures work, and what inspection found it to be. */
export const riskFigureKinds = ['expected', 'verified'] as const
export type RiskFigureKind = (typeof riskFigureKinds)[number]
