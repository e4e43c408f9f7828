import { runCommandLine } from './run.ts'

// A reader that closes early, such as `head`, ends the program quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

process.exitCode = await runCommandLine(process.argv.slice(2), { out: process.stdout, err: process.stderr, variables: process.env })
