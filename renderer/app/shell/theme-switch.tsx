import { BgColorsOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useThemeChoice } from '#renderer/app/theme/theme-provider.tsx'
import { themeChoices } from '#renderer/app/theme/themes.ts'

export function ThemeSwitch() {
  const { t } = useTranslation('shell')
  const [choice, setChoice] = useThemeChoice()
  const items = themeChoices.map((key) => ({ key, label: t(`theme.${key}`), onClick: () => setChoice(key) }))
  return (
    <Dropdown menu={{ items, selectable: true, selectedKeys: [choice] }} trigger={['click']}>
      <Button type="text" icon={<BgColorsOutlined />} aria-label={t('theme')} title={t('theme')} data-testid="theme" />
    </Dropdown>
  )
}
