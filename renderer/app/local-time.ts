import dayjs from 'dayjs'

/** A UTC instant as people here write it, to the minute. */
export const localTime = (instant: string): string => dayjs(instant).format('YYYY-MM-DD HH:mm')
