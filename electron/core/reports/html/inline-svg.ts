const elements = new Set(['svg', 'g', 'rect', 'line', 'path', 'polygon', 'polyline', 'circle', 'ellipse', 'text', 'tspan', 'defs', 'marker', 'title', 'desc', 'clipPath'])
/** What could run, load or restyle something. */
const forbidden = /^(?:on|.*href$|src|style$|class$|begin|attributeName)/iu
const tag = /<(\/?)([A-Za-z]+)((?:\s+[A-Za-z][\w:-]*="[^"<>]*")*)\s*\/?>/gu
const attribute = /([A-Za-z][\w:-]*)="([^"<>]*)"/gu

/**
 * A drawing as part of a page. Drawings are made by the program, but from texts of the register: one that is more than
 * shapes and text is a mistake of its maker and is not let in.
 * @throws Error where it holds anything else
 */
export function inlineSvg(svg: string): string {
  const between = svg.replaceAll(tag, (_, closing: string, name: string, attributes: string) => {
    if (!elements.has(name)) throw new Error(`a drawing must not hold <${name}>`)
    if (closing === '') for (const [, key = '', value = ''] of attributes.matchAll(attribute)) admit(key, value)
    return ''
  })
  if (/[<>]/u.test(between)) throw new Error('a drawing is not well formed')
  return svg
}

function admit(name: string, value: string): void {
  const pointsOut = name !== 'xmlns' && /(?:url\(\s*[^#\s]|[a-z]+:\/\/|javascript:)/iu.test(value)
  if (forbidden.test(name) || pointsOut) throw new Error(`a drawing must not hold ${name}="${value.slice(0, 40)}"`)
}
