/** The types of the files a built page consists of; a file of any other kind is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
}

export interface PageFile {
  /** Names from the page's folder downwards; none of them leads upwards or elsewhere. */
  path: readonly string[]
  contentType: string
}

/**
 * Which file of the built page a request means, or undefined where it means none. A path without a file ending is an
 * address inside the page (a route), which `index.html` answers.
 *
 * Threat: path traversal. Whatever the encoding, a name may only hold harmless characters and no leading dot, so that
 * no request reaches a file outside the page's folder on any file system.
 */
export function pageFile(pathname: string): PageFile | undefined {
  const path = decoded(pathname)?.split('/').filter((name) => name !== '')
  if (path === undefined || !path.every(isHarmless)) return undefined
  const ending = /\.([a-z0-9]+)$/u.exec(path.at(-1) ?? '')?.[1]
  if (ending === undefined) return { path: ['index.html'], contentType: contentTypes['html'] ?? '' }
  const contentType = contentTypes[ending]
  return contentType === undefined ? undefined : { path, contentType }
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined // Malformed percent signs: no file has such a name.
  }
}

const isHarmless = (name: string): boolean => /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/u.test(name) && !name.includes('..')
