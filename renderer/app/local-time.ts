import dayjs from 'dayjs'

/** A UTC instant as people here write it, to the minute. */
export const localTime = (instant: string): string => dayjs(instant).format('YYYY-MM-DD HH:mm')

/** The local calendar date of a UTC instant. */
export const localDate = (instant: string): string => dayjs(instant).format('YYYY-MM-DD')
