import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'

export function RemoveButton({ label, disabled, onClick }: { label: string; disabled: boolean; onClick: () => void }) {
  return <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={label} title={label} disabled={disabled} onClick={onClick} />
}

export function AddButton({ label, onClick, testId }: { label: string; onClick: () => void; testId?: string }) {
  return <Button size="small" icon={<PlusOutlined />} onClick={onClick} data-testid={testId}>{label}</Button>
}
