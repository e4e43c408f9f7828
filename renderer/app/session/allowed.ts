import { createContext, use } from 'react'

export const AllowedContext = createContext(true)

/** Whether the person may change what stands here. */
export const useAllowed = (): boolean => use(AllowedContext)
