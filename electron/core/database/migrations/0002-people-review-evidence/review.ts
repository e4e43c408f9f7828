/** The way of a risk point's entry through review. */
export const review = `
ALTER TABLE risk_point ADD COLUMN entry_state TEXT NOT NULL DEFAULT 'draft' CHECK (entry_state IN ('draft', 'submitted', 'department-review', 'head-approval', 'leader-approval', 'chief-approval', 'inspection-review', 'determination', 'publicity', 'filing', 'in-force', 'returned', 'cancelled'));
`
