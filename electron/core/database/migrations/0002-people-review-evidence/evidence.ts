/** What makes later changes of the trail show. */
export const evidence = ``
