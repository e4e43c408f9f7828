import dayjs from 'dayjs'

/** A UTC instant as people here write it, to the minute. */
export const localTime = (instant: string): string => dayjs(instant).format('YYYY-MM-DD HH:mm')

/** The same to the second, where the order within a minute matters. */
export const secondsTime = (instant: string): string => dayjs(instant).format('YYYY-MM-DD HH:mm:ss')

/** The local calendar date, `yyyy-mm-dd`. */
export const localToday = (now = new Date()): string => dayjs(now).format('YYYY-MM-DD')
