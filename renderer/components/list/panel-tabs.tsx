import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import panel from './panel.module.css'
import { useStoredTab } from './use-stored-tab.ts'

interface Part { readonly key: string; readonly label: string; readonly content: ReactNode }

/** The parts of a record in a panel; only the one in front is there. */
export function PanelTabs({ name, parts }: { name: string; parts: readonly Part[] }) {
  const [tab, setTab] = useStoredTab(name)
  const front = parts.find(({ key }) => key === tab) ?? parts[0]
  return (
    <>
      <Tabs className={panel.tabs} size="small" tabBarGutter={24} activeKey={front?.key ?? ''} onChange={setTab} items={parts.map(({ key, label }) => ({ key, label }))} />
      <div className={panel.front} role="tabpanel" aria-label={front?.label} data-testid={`tab-${front?.key}`}>{front?.content}</div>
    </>
  )
}
