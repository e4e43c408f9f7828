/** A field of a form as text; '' where nothing is set. */
export const savedText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
