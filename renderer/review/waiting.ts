const day = 86_400_000

/** Whole days since an instant. */
export const daysSince = (instant: string, now: number): number => Math.max(0, Math.floor((now - Date.parse(instant)) / day))

/** Whether a step's date has passed; on the day itself there is still time. */
export const isOverdue = (dueOn: string | null, today: string): boolean => dueOn !== null && dueOn < today
