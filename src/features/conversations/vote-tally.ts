/** How the votes that stand on a statement are cast. */
export type VoteTally = { agree: number; disagree: number; pass: number }
