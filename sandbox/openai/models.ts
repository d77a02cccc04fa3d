import { ApiError, invalidRequest } from './api-error.ts';

type Common = { id: string; created: number };
/** `maxOutput` and `context` in tokens. */
export type ChatModel = Common & { kind: 'chat'; context: number; maxOutput: number };
export type EmbeddingModel = Common & { kind: 'embedding'; dimensions: number };

const MODELS: readonly (ChatModel | EmbeddingModel)[] = [
  { id: 'gpt-4o-mini', created: 1721172741, kind: 'chat', context: 128_000, maxOutput: 16_384 },
  { id: 'gpt-4o', created: 1715367049, kind: 'chat', context: 128_000, maxOutput: 16_384 },
  { id: 'gpt-4.1-mini', created: 1744318173, kind: 'chat', context: 1_047_576, maxOutput: 32_768 },
  { id: 'text-embedding-3-small', created: 1705948997, kind: 'embedding', dimensions: 1536 },
  { id: 'text-embedding-3-large', created: 1705953180, kind: 'embedding', dimensions: 3072 },
];

const card = (model: Common) => ({ id: model.id, object: 'model', created: model.created, owned_by: 'sandbox' });

export function findModel(id: string): ChatModel | EmbeddingModel {
  const model = MODELS.find((known) => known.id === id);
  if (model) return model;
  throw new ApiError(404, `The model \`${id}\` does not exist or you do not have access to it.`, {
    code: 'model_not_found',
  });
}

export function chatModel(id: string): ChatModel {
  const model = findModel(id);
  if (model.kind === 'chat') return model;
  throw new ApiError(404, 'This is not a chat model and thus not supported in the v1/chat/completions endpoint.', {
    param: 'model',
  });
}

export function embeddingModel(id: string): EmbeddingModel {
  const model = findModel(id);
  if (model.kind === 'embedding') return model;
  throw new ApiError(403, 'You are not allowed to generate embeddings from this model.');
}

export const modelCard = (id: string) => card(findModel(id));
export const modelList = () => ({ object: 'list', data: MODELS.map(card) });

export function checkOutputLimit(model: ChatModel, param: string, requested: number): void {
  if (requested <= model.maxOutput) return;
  throw invalidRequest(
    `${param} is too large: ${requested}. This model supports at most ${model.maxOutput} completion tokens, whereas you provided ${requested}.`,
    param,
    'invalid_value',
  );
}
