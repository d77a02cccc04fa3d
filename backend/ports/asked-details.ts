/** Who was asked for details by itself. A ticket is asked once for ever. */
export type AskedStore = {
  /** Notes before the question goes out that this triage asks it; false when another one has, or when the ticket is to stay forgotten. */
  claimQuestion(tenantId: string, ticketId: string, triageId: string): Promise<boolean>;
};
