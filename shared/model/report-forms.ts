/** Bytes of a Word file that is to be the form of a report. A form of an office is a page or two with a seal. */
export const largestForm = 10 * 1024 * 1024

export const formStates = ['kept', 'in-use', 'withdrawn'] as const
