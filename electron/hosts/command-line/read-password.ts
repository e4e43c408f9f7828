import { text } from 'node:stream/consumers'

/**
 * The password handed over on standard input, so that it stands in no history of commands and in no list of processes;
 * one line end is not part of it. undefined where nothing is handed over, as at a keyboard.
 */
export async function readPassword(input: NodeJS.ReadStream = process.stdin): Promise<string | undefined> {
  if (input.isTTY) return undefined
  const given = (await text(input)).replace(/\r?\n$/u, '')
  return given === '' ? undefined : given
}
