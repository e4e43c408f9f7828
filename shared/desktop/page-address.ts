/** The page has a scheme of its own: no file address, which reaches the whole disk, and no web address, which leaves the computer. */
export const PAGE_SCHEME = 'app'
export const PAGE_HOST = 'register'
export const PAGE_ADDRESS = `${PAGE_SCHEME}://${PAGE_HOST}/`

const PRINT_ADDRESS = `${PAGE_SCHEME}://print/`

/** The address under which a page is printed, known in the window that prints it alone. */
export const printAddress = (number: number): string => `${PRINT_ADDRESS}${number}`

/** Whether an address is that of a page to be printed. */
export const isPrintAddress = (address: string): boolean => /^app:\/\/print\/\d+$/u.test(address)

/** Whether an address belongs to the page. Compared by parts: `app://register.evil` begins like ours and is not. */
export function isPageAddress(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${PAGE_SCHEME}:` && url.host === PAGE_HOST && url.username === '' && url.password === ''
}
