import { note, openAt } from './register-folder.ts'

// Run as a program of its own: opens the folder it is given, leaves a trace, says so and holds the folder.
const core = await openAt(process.argv[2] ?? '')
await note(core, 'held')
process.stdout.write('held\n')
setInterval(() => undefined, 1000)
