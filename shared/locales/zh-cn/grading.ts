export const grading = {} as const
