import { z } from 'zod'
import { usePreference } from '#renderer/app/preferences.ts'

const tabSchema = z.string().max(40)

/** Which part of a panel is in front; stepping through the list stays at it. */
export const useStoredTab = (panel: string): readonly [string, (tab: string) => void] => usePreference(`panel.tab.${panel}`, tabSchema, 'record')
