import { expect, test as onExample } from './example-test.ts'
import { test } from './test.ts'

test('a new register offers to set up an organisation or to open the example', async ({ page }) => {
  await expect(page.getByTestId('start')).toHaveAttribute('data-ready', 'true')
  await expect(page).toHaveTitle(/廉政风险防控/u)
})

onExample('a register with data opens on the overview', async ({ page }) => {
  await expect(page.getByTestId('overview')).toHaveAttribute('data-ready', 'true')
  await expect(page.getByTestId('totals')).toContainText('40')
})
