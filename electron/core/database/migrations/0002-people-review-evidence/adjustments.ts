/** Changes of law, body, post, process and cases, and the tasks they open. */
export const adjustments = ``
