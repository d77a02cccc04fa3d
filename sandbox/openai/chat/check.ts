import { invalidRequest } from '../api-error.ts';
import { type ChatModel, chatModel, checkOutputLimit } from '../models.ts';
import { checkStrictSchema } from '../schema/strict.ts';
import { countChatTokens } from '../tokens.ts';
import { checkImage, imageTokens } from './images.ts';
import { type ChatRequest, imagesOf, wordsOf } from './request.ts';

const PER_MESSAGE = 3;
const PER_REPLY = 3;

function checkCombinations(request: ChatRequest): void {
  if (request.top_logprobs != null && !request.logprobs) {
    throw invalidRequest(
      "Invalid value for 'top_logprobs': the parameter is only allowed when 'logprobs' is enabled.",
      'top_logprobs',
    );
  }
  if (request.stream_options && !request.stream) {
    throw invalidRequest("The 'stream_options' parameter is only allowed when 'stream' is enabled.", 'stream_options');
  }
  if (request.max_tokens != null && request.max_completion_tokens != null) {
    const message = "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.";
    throw invalidRequest(message, null, 'invalid_parameter_combination');
  }
}

function checkFormat({ response_format: format, messages }: ChatRequest): void {
  if (format?.type === 'json_object' && !messages.some((message) => /json/i.test(wordsOf(message)))) {
    const message =
      "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.";
    throw invalidRequest(message, 'messages');
  }
  if (format?.type === 'json_schema' && format.json_schema.strict) {
    checkStrictSchema(format.json_schema.name, format.json_schema.schema);
  }
}

function promptTokens(request: ChatRequest): number {
  const messages = request.messages.map(
    (message) =>
      PER_MESSAGE +
      countChatTokens(message.role) +
      countChatTokens(wordsOf(message)) +
      imagesOf(message).reduce((sum, image) => sum + imageTokens(image, request.model), 0),
  );
  const format = request.response_format;
  const schema = format?.type === 'json_schema' ? countChatTokens(JSON.stringify(format.json_schema)) : 0;
  return messages.reduce((sum, count) => sum + count, PER_REPLY + schema);
}

/** Everything that the API refuses beyond the shape of the body; gives back the model and the prompt's size in tokens. */
export function checkChatRequest(request: ChatRequest): { model: ChatModel; promptTokens: number } {
  const model = chatModel(request.model);
  checkCombinations(request);
  if (request.max_tokens != null) checkOutputLimit(model, 'max_tokens', request.max_tokens);
  if (request.max_completion_tokens != null)
    checkOutputLimit(model, 'max_completion_tokens', request.max_completion_tokens);
  checkFormat(request);
  for (const image of request.messages.flatMap(imagesOf)) checkImage(image);
  const tokens = promptTokens(request);
  if (tokens <= model.context) return { model, promptTokens: tokens };
  throw invalidRequest(
    `This model's maximum context length is ${model.context} tokens. However, your messages resulted in ${tokens} tokens. Please reduce the length of the messages.`,
    'messages',
    'context_length_exceeded',
  );
}
