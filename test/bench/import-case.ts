export async function measureImport(_runs: number) { return { ours: { runs: 0, median: 0, p95: 0 }, bare: { runs: 0, median: 0, p95: 0 }, ratio: 0 } }
