/** The way of a risk point's entry through review. */
export const review = ``
