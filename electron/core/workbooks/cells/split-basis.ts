const basisHeading = /^\s*(?:一、|（一）|\(一\)|1[.、．])?\s*(?:防控|制度|法律|工作)?依据\s*[：:、]?\s*/u
const measuresHeading = /(?:^|\n|[。；;]|\s)\s*(?:二、|（二）|\(二\)|2[.、．])?\s*(?:防控)?措施\s*[：:]\s*|(?:^|\n|[。；;])\s*(?:二、|（二）|\(二\))\s*(?:防控)?措施\s*/u

/** The two halves of a cell of the ten-column list. */
export interface BasisAndMeasures {
  basis: string
  measures: string
}

/**
 * Parts `一、依据：… 二、措施：…` of the ten-column list. A cell without the two headings is all measures.
 */
export function splitBasisAndMeasures(text: string): BasisAndMeasures {
  const start = basisHeading.exec(text)
  const turn = start === null ? null : measuresHeading.exec(text.slice(start[0].length))
  if (start === null || turn === null) {
    return { basis: '', measures: text.replace(/^\s*(?:一、)?\s*(?:防控)?措施\s*[：:]\s*/u, '').trim() }
  }
  const rest = text.slice(start[0].length)
  return { basis: rest.slice(0, turn.index).trim(), measures: rest.slice(turn.index + turn[0].length).trim() }
}
