import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { locales } from '#shared/locales/locale.ts'
import type { Locale } from '#shared/locales/locale.ts'
import { useLanguageChoice } from '#renderer/app/language-choice.ts'
import { useThemeChoice } from '#renderer/app/theme/theme-provider.tsx'
import { themeChoices } from '#renderer/app/theme/themes.ts'
import type { ThemeChoice } from '#renderer/app/theme/themes.ts'
import { PartFrame } from './part-frame.tsx'
import styles from './settings.module.css'

/** Language and colours; both take effect at once and are remembered on this computer. */
export function AppearancePart() {
  const { t } = useTranslation(['settings', 'shell'])
  const [locale, setLocale] = useLanguageChoice()
  const [theme, setTheme] = useThemeChoice()
  return (
    <PartFrame name="appearance" title={t('part.appearance')} text={t('appearance.text')} ready>
      <div className={styles.choices}>
        <fieldset>
          <legend>{t('shell:language')}</legend>
          <Radio.Group vertical value={locale} onChange={(event) => setLocale(event.target.value as Locale)} options={locales.map((value) => ({ value, label: t(`shell:language.${value}`) }))} />
        </fieldset>
        <fieldset>
          <legend>{t('shell:theme')}</legend>
          <Radio.Group vertical value={theme} onChange={(event) => setTheme(event.target.value as ThemeChoice)} options={themeChoices.map((value) => ({ value, label: t(`shell:theme.${value}`) }))} />
        </fieldset>
      </div>
    </PartFrame>
  )
}
