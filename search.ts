export const createSearchStore = () => ({ searchKnowledge: async () => [] });
