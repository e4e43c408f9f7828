import { test as base, expect } from './example-test.ts'
import { goTo } from './main-path.ts'
import { changeTo, password, signIn, systemOfficer, worker } from './people.ts'
import { exampleOfficers } from '#shared/model/people/example-people.ts'
import { startProgram } from './program.ts'

/** The program's clock can be set ahead from outside. */
const test = base.extend({
  program: async ({ data, prepare }, give) => {
    await prepare(data)
    const program = await startProgram(data, ['--import', './test/e2e/skip-time.ts'])
    await give(program)
    expect(await program.stop(), 'the program ends cleanly').toBe(0)
  },
})

test.describe('accounts', () => {
  test.use({ user: systemOfficer })

  test('an account is made with a password shown once, given a role and a post, and leaves its post when it is withdrawn', async ({ page }) => {
    const name = '测试新人'
    await goTo(page, 'people')
    await page.getByTestId('add-account').fill(name)
    await page.getByTestId('add-account-submit').click()
    const once = await page.getByTestId('one-time').textContent() ?? ''
    await page.getByTestId('one-time-done').click()
    await expect(page.getByTestId('account-row').filter({ hasText: name })).toContainText('尚无角色')

    await page.getByRole('tab', { name: '岗位任职' }).click()
    await page.getByTestId('holding-post').click()
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
    await page.getByTestId('holding-person').click()
    await page.keyboard.type(name)
    await page.locator('.ant-select-dropdown:visible').getByText(name).click()
    await page.getByTestId('holding-save').click()
    const holding = page.getByTestId('holding').filter({ hasText: name })
    await expect(holding).toContainText('在任')

    await changeTo(page, exampleOfficers['security-officer'])
    await goTo(page, 'people')
    await page.getByTestId('account-row').filter({ hasText: name }).click()
    await expect(page.getByTestId('account-panel')).toContainText(name)

    await page.getByTestId('user').click()
    await page.getByTestId('sign-out').click()
    await signIn(page, name, once)
    await expect(page.getByTestId('password-new')).toBeVisible()
    await page.getByRole('button', { name: '换人登录' }).click()
    await signIn(page, systemOfficer)
    await goTo(page, 'people')
    await page.getByRole('tab', { name: '账户' }).click()
    await page.getByTestId('account-row').filter({ hasText: name }).click()
    await page.getByTestId('withdraw-account').click()
    await page.getByTestId('withdraw-do').click()
    await expect(page.getByTestId('account-row').filter({ hasText: name })).toHaveAttribute('data-state', 'withdrawn')
    await page.getByRole('tab', { name: '岗位任职' }).click()
    await expect(holding).not.toContainText('在任')
  })
})

test.describe('the lock', () => {
  test.use({ user: worker })

  test('falls after idle minutes over everything, keeps what was typed behind it, and opens by the password alone', async ({ page, program }) => {
    await goTo(page, 'powers')
    await page.getByTestId('new').click()
    const field = page.getByTestId('field-name')
    await field.fill('正在填写的职权')
    program.process.kill('SIGUSR2')
    // What is typed from now on is refused, which tells the page.
    await expect(async () => {
      await field.press('End')
      await field.pressSequentially('甲')
      await expect(page.getByTestId('lock')).toBeVisible({ timeout: 2000 })
    }).toPass()
    const typed = await field.inputValue()
    expect(typed).toMatch(/^正在填写的职权甲/u)
    await page.keyboard.press('Escape')
    await expect(page.getByTestId('lock')).toBeVisible()
    await page.locator('#lock-password').fill('not the password 1')
    await page.getByTestId('unlock').click()
    await expect(page.getByTestId('lock').getByTestId('error-sentence')).toBeVisible()
    await page.locator('#lock-password').fill(password)
    await page.getByTestId('unlock').click()
    await expect(page.getByTestId('lock')).toBeHidden()
    await expect(field).toHaveValue(typed)
    await page.getByTestId('save').click()
    await expect(page.getByTestId('record-form')).toHaveAttribute('data-dirty', 'false')
  })
})
