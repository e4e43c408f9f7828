/** Minutes without a sign of life after which a session is locked; the security officer's to set. */
export const idleMinutesDefault = 15
export const idleMinutesMost = 60
