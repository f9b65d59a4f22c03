/** How much there is in a conversation: statements by how they stand, people, votes that stand. */
export type ConversationCounts = {
  shown: number
  waiting: number
  rejected: number
  voters: number
  votes: number
}

export const nothingCounted: ConversationCounts = { shown: 0, waiting: 0, rejected: 0, voters: 0, votes: 0 }
