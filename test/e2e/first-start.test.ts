import { expectTotal, openList } from './grid.ts'
import { foundPeople } from './main-path.ts'
import { password, signIn } from './people.ts'
import { speak } from './speak.ts'
import { expect, test } from './test.ts'

test('an organisation is set up: the credit code is checked while it is typed, what is missing is said beside its field', async ({ page }) => {
  await expect(page.getByTestId('start')).toHaveAttribute('data-ready', 'true')
  await page.getByTestId('set-up-submit').click()
  await expect(page.getByTestId('set-up')).toContainText('请填写单位名称')
  await page.locator('#start-name').fill('某县水利局')

  const verdict = page.getByTestId('verdict-credit')
  await page.locator('#start-credit').pressSequentially('9135010')
  await expect(verdict).toHaveText('已输入 7 位，共 18 位')
  await page.locator('#start-credit').fill('91350100M000100Y44')
  await expect(verdict).toHaveAttribute('data-verdict', 'faulty')
  await page.getByTestId('set-up-submit').click()
  await expect(page.getByTestId('set-up').getByTestId('error-sentence')).toContainText('校验位')
  await expect(page.locator('#start-name'), 'nothing typed is lost').toHaveValue('某县水利局')

  await page.locator('#start-credit').fill('91350100m000100y43')
  await expect(verdict).toHaveAttribute('data-verdict', 'ok')
  await page.getByRole('button', { name: '按信用代码填入 350100' }).click()
  await expect(page.locator('#start-region')).toHaveValue('350100')
  await page.getByTestId('set-up-submit').click()
  await foundPeople(page)
  await signIn(page, '测试填报员')
  await page.getByTestId('password-current').fill(password)
  await page.getByTestId('password-new').fill('Lake-and-meadow-8')
  await page.getByTestId('change-password-submit').click()
  await expect(page.getByTestId('empty-state')).toContainText('台账还是空的')
  await page.getByTestId('empty-import').click()
  await expect(page).toHaveURL(/#\/import$/u)
})

test('what was typed before the first start survives a reload', async ({ page }) => {
  await page.locator('#start-name').fill('某县水利局')
  await page.reload()
  await expect(page.locator('#start-name')).toHaveValue('某县水利局')
})

test('the example opens with thirty powers and forty risk points', async ({ page }) => {
  await page.getByTestId('open-example').click()
  await page.getByTestId('found-example-password').fill(password)
  await page.getByTestId('found-submit').click()
  await signIn(page, '示例总填报员')
  await expect(page.getByTestId('overview')).toHaveAttribute('data-ready', 'true')
  await expect(page.getByTestId('total-powers')).toContainText('30')
  await openList(page, 'risks')
  await expectTotal(page, 'risks', 40)
})

test('the first start can be read in English', async ({ page }) => {
  await speak(page, 'en')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Getting started')
  await expect(page.getByTestId('set-up-submit')).toHaveText('Create the register')
  await expect(page.locator('body')).not.toContainText(/[\p{Script=Han}]{3,}/u)
})

test('without an organisation every screen leads to the first start', async ({ page }) => {
  await expect(page.getByTestId('start')).toBeVisible()
  await page.evaluate(() => { location.hash = '#/reports' })
  await expect(page).toHaveURL(/#\/start$/u)
})
