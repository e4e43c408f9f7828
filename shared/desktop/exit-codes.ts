/** The program could start but would not; the user has read why. Told apart from a program that could not start at all. */
export const EXIT_REFUSED = 3
