import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { adminApi } from '../contract/admin-api.ts';
import { api } from '../contract/api.ts';
import { overviewApi } from '../contract/overview.ts';
import { problemSchema } from '../contract/problem.ts';
import { sessionApi } from '../contract/session.ts';

const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });

const AUTH = {
  installation: [{ installation: [] }],
  admin: [{ admin: [] }, { page: [] }],
  agent: [{ admin: [] }, { page: [] }],
  session: [{ page: [] }],
};

/** The OpenAPI document of the contract: what the code checks is what the document says. */
export function describeApi(serverUrl: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const [operationId, route] of Object.entries({ ...api, ...adminApi, ...overviewApi, ...sessionApi })) {
    paths[route.path] = {
      ...paths[route.path],
      [route.method]: {
        operationId,
        security: AUTH[route.auth],
        requestParams: {
          ...(route.path.includes('{id}') && { path: z.object({ id: z.uuid() }) }),
          ...('query' in route && { query: route.query }),
        },
        ...('body' in route && { requestBody: json(route.body) }),
        responses: {
          200: { description: 'As asked', ...json(route.response) },
          default: { description: 'What was wrong and what to do', ...json(problemSchema) },
        },
      },
    };
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Ticket Triage', version: '1' },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      securitySchemes: {
        installation: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'HS256, signed by the ZAF proxy',
        },
        admin: { type: 'http', scheme: 'bearer', description: 'ADMIN_TOKEN' },
        page: { type: 'http', scheme: 'bearer', description: 'The session of somebody who has the nav-bar page open' },
      },
    },
  });
}
