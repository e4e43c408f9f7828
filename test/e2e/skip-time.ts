/** Loaded before the program: a signal sets its clock ahead, as if nobody had been there for so long. */
const skipped = 20 * 60_000
const now = Date.now.bind(Date)
let ahead = 0
Date.now = () => now() + ahead
process.on('SIGUSR2', () => { ahead += skipped })
