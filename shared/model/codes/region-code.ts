export type RegionCodeVerdict = 'ok' | 'length' | 'digits'
export type RegionLevel = 'province' | 'city' | 'county'

/**
 * Checks the shape of an administrative division code (行政区划代码, GB/T 2260): six digits, two each for province,
 * city and county, with the province never 0x. Whether the place exists is not checked: divisions change every year.
 * Takes the code in its stored form; what a person typed goes through `foldCode` first.
 */
export function checkRegionCode(text: string): RegionCodeVerdict {
  if (text.length !== 6) return 'length'
  return /^[1-9][0-9]{5}$/u.test(text) ? 'ok' : 'digits'
}

/** Zeros close the levels that are not used: 350000 is a province, 350800 a city. undefined for a malformed code. */
export function regionLevel(code: string): RegionLevel | undefined {
  if (checkRegionCode(code) !== 'ok') return undefined
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'city' : 'county'
}
