import { FolderOpenOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

interface Props { readonly onFiles: (files: readonly File[]) => void; readonly primary?: boolean; readonly label: string }

/** Opens the system's own dialog for files; several at once are welcome. */
export function ChooseFiles({ onFiles, primary = false, label }: Props) {
  const { t } = useTranslation('exchange')
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button type={primary ? 'primary' : 'default'} icon={<FolderOpenOutlined />} onClick={() => input.current?.click()} data-testid="choose-files">{label}</Button>
      <input
        ref={input} type="file" multiple hidden accept=".xlsx,.csv,.xls,.xlsm,.txt" aria-label={t('choose')} data-testid="file-input"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          // The same file may be chosen again after it was mended.
          event.target.value = ''
        }}
      />
    </>
  )
}
