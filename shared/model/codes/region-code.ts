export type RegionCodeVerdict = 'ok' | 'length' | 'digits'

/**
 * Checks the shape of an administrative division code (行政区划代码, GB/T 2260): six digits, two each for province,
 * city and county, with the province never 0x. Whether the place exists is not checked: divisions change every year.
 * Takes the code in its stored form; what a person typed goes through `foldCode` first.
 */
export function checkRegionCode(text: string): RegionCodeVerdict {
  if (text.length !== 6) return 'length'
  return /^[1-9][0-9]{5}$/u.test(text) ? 'ok' : 'digits'
}
