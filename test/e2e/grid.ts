import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

export type List = 'powers' | 'risks' | 'measures'

/** Opens a list by its address and waits until its rows are there. */
export async function openList(page: Page, list: List, search = ''): Promise<void> {
  // Before the page stands, the fragment of the address holds the one-time token.
  await expect(page.getByTestId('shell')).toHaveAttribute('data-ready', 'true')
  await page.evaluate((address) => { location.hash = address }, `#/${list}${search}`)
  await ready(page, list)
}

export async function ready(page: Page, list: List): Promise<void> {
  await expect(page.getByTestId(`grid-${list}`)).toHaveAttribute('data-ready', 'true')
}

export const cell = (page: Page, row: number, column: string): Locator => page.locator(`[data-row="${row}"] [data-column="${column}"]`)

/** The field that holds the focus of a grid. */
export const keys = (page: Page): Locator => page.getByTestId('grid-keys')

/** How many rows the list has. */
export async function expectTotal(page: Page, list: List, total: number): Promise<void> {
  await expect(page.getByTestId(`grid-${list}`)).toHaveAttribute('data-total', String(total))
}

/** Types over the cell the keyboard is at, as in a workbook. */
export async function typeOver(page: Page, text: string): Promise<void> {
  await keys(page).pressSequentially(text)
  await keys(page).press('Enter')
}

export async function waitForPanel(page: Page): Promise<void> {
  await expect(page.getByTestId('panel')).toHaveAttribute('data-ready', 'true')
}

/** A line of a filter, choosing one of its words. */
export async function filterBy(page: Page, column: string, word: string): Promise<void> {
  await page.locator(`[data-filter="${column}"] .ant-select`).click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: word }).first().click()
  await page.keyboard.press('Escape')
}

/** Puts text on the clipboard's way into the grid, as Ctrl+V does. */
export async function pasteInto(page: Page, text: string): Promise<void> {
  await keys(page).evaluate((field, given) => {
    const data = new DataTransfer()
    data.setData('text/plain', given)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}

/** What Ctrl+C would put on the clipboard. */
export function copiedFrom(page: Page): Promise<string> {
  return keys(page).evaluate((field) => {
    const data = new DataTransfer()
    field.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }))
    return data.getData('text/plain')
  })
}
