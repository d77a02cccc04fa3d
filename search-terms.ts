export async function saveSearchTerms(): Promise<void> {}
