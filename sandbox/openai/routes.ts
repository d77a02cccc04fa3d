import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import { invalidRequest } from './api-error.ts';
import type { Call } from './calls.ts';
import { checkChatRequest } from './chat/check.ts';
import { complete, schemaOf } from './chat/complete.ts';
import { type ChatRequest, parseChatRequest } from './chat/request.ts';
import { completionBody, completionEvents, usageOf } from './chat/respond.ts';
import { disturb } from './disturb.ts';
import { checkEmbeddingRequest, parseEmbeddingRequest } from './embeddings/request.ts';
import { embed, encodeVector } from './embeddings/vector.ts';
import { type Fault, faultFromHeader, isAnswerFault } from './faults.ts';
import type { Sandbox } from './sandbox.ts';

export type SandboxContext = Context<{ Bindings: HttpBindings; Variables: { call: Call } }>;

async function readBody(c: SandboxContext): Promise<{ text: string; body: unknown }> {
  const text = await c.req.text();
  try {
    return { text, body: JSON.parse(text) };
  } catch {
    throw invalidRequest('We could not parse the JSON body of your request. The API expects a JSON payload.');
  }
}

function faultFor(c: SandboxContext, sandbox: Sandbox, text: string): Fault | null {
  const call = c.get('call');
  const header = c.req.header('x-sandbox-fault');
  const target = { endpoint: call.endpoint, schemaName: call.schemaName, model: call.model ?? '', body: text };
  const fault = header ? faultFromHeader(header) : sandbox.faults.take(target);
  call.fault = fault?.kind ?? null;
  return fault;
}

/** A request for a category is a classification; every other completion counts as a draft. */
function latencyOf(request: ChatRequest, { latencyMs }: Sandbox): number {
  const keys = Object.keys(schemaOf(request)?.properties ?? {});
  const name = request.response_format?.type === 'json_schema' ? request.response_format.json_schema.name : '';
  const classifies = !/draft|reply/i.test(name) && keys.some((key) => /category|urgency|sentiment/i.test(key));
  return (classifies ? latencyMs.classify : latencyMs.draft) ?? 0;
}

export async function chatCompletions(c: SandboxContext, sandbox: Sandbox): Promise<Response> {
  const call = c.get('call');
  const { text, body } = await readBody(c);
  const request = parseChatRequest(body);
  call.model = request.model;
  call.messages = request.messages;
  call.schemaName = request.response_format?.type === 'json_schema' ? request.response_format.json_schema.name : null;
  const { promptTokens } = checkChatRequest(request);
  const fault = faultFor(c, sandbox, text);
  const instead = await disturb(fault, latencyOf(request, sandbox), c.env, sandbox);
  if (instead) return instead;
  const completion = complete(request, fault && isAnswerFault(fault.kind) ? fault.kind : null);
  const usage = usageOf(promptTokens, completion);
  call.usage = usage;
  if (!request.stream) return c.json(completionBody(request, completion, usage));
  c.header('content-type', 'text/event-stream; charset=utf-8');
  c.header('cache-control', 'no-cache');
  return stream(c, async (out) => {
    for (const event of completionEvents(request, completion, usage)) await out.write(event);
  });
}

export async function embeddings(c: SandboxContext, sandbox: Sandbox): Promise<Response> {
  const call = c.get('call');
  const { text, body } = await readBody(c);
  const request = parseEmbeddingRequest(body);
  call.model = request.model;
  call.input = request.input;
  const { model, dimensions, texts, promptTokens } = checkEmbeddingRequest(request);
  const instead = await disturb(faultFor(c, sandbox, text), sandbox.latencyMs.embed ?? 0, c.env, sandbox);
  if (instead) return instead;
  const usage = { prompt_tokens: promptTokens, total_tokens: promptTokens };
  call.usage = usage;
  const data = texts.map((one, index) => ({
    object: 'embedding',
    index,
    embedding: encodeVector(embed(one, model.dimensions, dimensions), request.encoding_format ?? 'float'),
  }));
  return c.json({ object: 'list', data, model: request.model, usage });
}
