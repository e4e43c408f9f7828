import { randomInt } from 'node:crypto'

// Without signs that are taken for one another when they are read out or copied by hand.
const signs = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A random password of four groups of four signs, about 93 bits; for one use, then its owner chooses another. */
export const oneTimePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')).join('-')
