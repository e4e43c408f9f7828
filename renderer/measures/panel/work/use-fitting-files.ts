import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { largestAttachment } from '#shared/model/attachments.ts'
import { sizeText } from '#renderer/settings/data/size-text.ts'

/** As many files as one order hands in. */
export const mostFiles = 20

/** Whether files can be handed in together; says why where they cannot. */
export function useFittingFiles(): (files: readonly File[]) => boolean {
  const { t } = useTranslation('measures')
  const { message } = App.useApp()
  return (files) => {
    const fits = files.length <= mostFiles && files.reduce((sum, { size }) => sum + size, 0) <= largestAttachment
    if (!fits) void message.warning({ content: t('work.file.too-large', { count: mostFiles, size: sizeText(largestAttachment) }), duration: 8 })
    return fits
  }
}
