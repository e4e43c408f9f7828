import { seedOf } from './vocabulary-seed.ts'

/** 防控措施 by when they act. */
export const measureKinds = seedOf('measure-kind', [
  ['prevention', '前期预防', 'Prevention beforehand', '预防', '前期', '前期预防措施', '事前预防', 'Prevention'],
  ['monitoring', '中期监控', 'Monitoring meanwhile', '监控', '中期', '中期监控措施', '事中监控', 'Monitoring'],
  ['disposal', '后期处置', 'Disposal afterwards', '处置', '后期', '后期处置措施', '事后处置', 'Disposal'],
])
