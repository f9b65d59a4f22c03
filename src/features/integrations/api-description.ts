import { OpenApiGeneratorV31, OpenAPIRegistry, type ResponseConfig } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { paths } from '../../paths.ts'
import * as schema from './api-schema.ts'

type Endpoint = {
  method: 'get' | 'post'
  path: { pattern: string }
  operationId: string
  summary: string
  description?: string
  answer: z.ZodType
  status?: 200 | 201
  query?: z.ZodObject
  body?: z.ZodType
  /** Problems beside those that every address may answer with. */
  problems: readonly number[]
}

/** Every address of the interface, once: the description is made of this list, and the tests visit it. */
export const endpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: paths.apiEngagements,
    operationId: 'listEngagements',
    summary: 'The open and closed engagements of an agency, newest first',
    answer: schema.EngagementList,
    problems: [404],
  },
  {
    method: 'get',
    path: paths.apiEngagement,
    operationId: 'getEngagement',
    summary: 'One engagement with its questions',
    answer: schema.EngagementWithQuestions,
    problems: [404],
  },
  {
    method: 'get',
    path: paths.apiTimeline,
    operationId: 'getTimeline',
    summary: 'The timeline of an engagement, in order',
    answer: schema.Timeline,
    problems: [404],
  },
  {
    method: 'get',
    path: paths.apiComments,
    operationId: 'listComments',
    summary: 'Published comments, newest first',
    description: 'What people told about themselves is never among it, nor how to reach them.',
    answer: schema.CommentList,
    query: schema.CommentQuery,
    problems: [400, 404],
  },
  {
    method: 'post',
    path: paths.apiComments,
    operationId: 'sendComment',
    summary: 'Send a comment',
    description:
      'Needs a token with the scope comments:write and an Idempotency-Key. The same key with the same content counts once and gets the same answer, for seven days at least.',
    answer: schema.Receipt,
    status: 201,
    body: schema.NewComment,
    problems: [400, 401, 403, 404, 409, 413, 415, 422],
  },
  {
    method: 'get',
    path: paths.apiComment,
    operationId: 'getComment',
    summary: 'One published comment',
    answer: schema.Comment,
    problems: [404],
  },
  {
    method: 'get',
    path: paths.apiThemes,
    operationId: 'listThemes',
    summary: 'Published themes with how many comments speak of each',
    answer: schema.ThemeList,
    problems: [404],
  },
  {
    method: 'get',
    path: paths.apiDecisions,
    operationId: 'listDecisions',
    summary: 'Published decisions with what became of each theme, and why',
    answer: schema.DecisionList,
    problems: [404],
  },
  {
    method: 'get',
    path: paths.apiConversations,
    operationId: 'listConversations',
    summary: 'The open and closed conversations of an engagement',
    answer: schema.ConversationList,
    problems: [404],
  },
  {
    method: 'get',
    path: paths.apiConversation,
    operationId: 'getConversation',
    summary: 'One conversation with its statements and, when everyone may see it, what the votes show',
    description:
      'Single votes and who cast them are never among it. While voters see results only after voting, `report` is null until the conversation is closed.',
    answer: schema.ConversationWithReport,
    problems: [404],
  },
]

const problemTitles: Record<number, string> = {
  400: 'Something in the request cannot be read',
  401: 'A token is missing, unknown, expired or taken back',
  403: 'The token does not have this scope',
  404: 'There is nothing at this address, or it is not public',
  409: 'The engagement takes no comments now',
  413: 'Larger than 256 kB',
  415: 'Not JSON',
  422: 'The comment breaks a rule, or the Idempotency-Key was used for another one',
  429: 'Too many requests; Retry-After says when to come back',
}

const parameters: Record<string, z.ZodType> = {
  agency: z.string(),
  engagement: z.string(),
  comment: z.uuid(),
  conversation: z.uuid(),
}

function wirePath(pattern: string): string {
  return pattern.replace(/:([A-Za-z]+)/g, '{$1}')
}

function responsesOf({
  method,
  answer,
  status = 200,
  problems,
  summary,
}: Endpoint): Record<string, ResponseConfig> {
  const limits = {
    RateLimit: {
      description:
        'How many requests are left and for how many seconds (draft-ietf-httpapi-ratelimit-headers)',
      schema: { type: 'string' as const },
    },
    'RateLimit-Policy': {
      description: 'How many requests are allowed in how many seconds',
      schema: { type: 'string' as const },
    },
  }
  const reading = {
    ETag: { description: 'Send it back as If-None-Match', schema: { type: 'string' as const } },
    Link: {
      description: 'The next page, where there is one (RFC 8288)',
      schema: { type: 'string' as const },
    },
  }
  const refusals = [...problems, 429].map((code): [string, ResponseConfig] => [
    String(code),
    {
      description: problemTitles[code]!,
      content: { 'application/problem+json': { schema: schema.Problem } },
    },
  ])
  return {
    [String(status)]: {
      description: summary,
      headers: method === 'get' ? { ...limits, ...reading } : limits,
      content: { 'application/json': { schema: answer } },
    },
    ...(method === 'get' ? { '304': { description: 'Not changed since the given ETag' } } : {}),
    ...Object.fromEntries(refusals),
  }
}

/** The description of the interface in OpenAPI 3.1, made of the very schemas that read requests and shape answers. */
export function apiDescription(baseUrl: string): ReturnType<OpenApiGeneratorV31['generateDocument']> {
  const registry = new OpenAPIRegistry()
  const bearer = registry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description:
      'A token of the agency, made on its page "Connections". Reading needs none; with one, more requests are allowed.',
  })
  for (const endpoint of endpoints) {
    const names = [...endpoint.path.pattern.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name!)
    registry.registerPath({
      method: endpoint.method,
      path: wirePath(endpoint.path.pattern),
      operationId: endpoint.operationId,
      summary: endpoint.summary,
      ...(endpoint.description ? { description: endpoint.description } : {}),
      security:
        endpoint.method === 'post'
          ? [{ [bearer.name]: ['comments:write'] }]
          : [{}, { [bearer.name]: ['read'] }],
      request: {
        params: z.object(Object.fromEntries(names.map((name) => [name, parameters[name]!]))),
        ...(endpoint.query ? { query: endpoint.query } : {}),
        ...(endpoint.body
          ? {
              body: { required: true, content: { 'application/json': { schema: endpoint.body } } },
              headers: z.object({ 'Idempotency-Key': z.string().min(1).max(200) }),
            }
          : {}),
      },
      responses: responsesOf(endpoint),
    })
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Longtable',
      version: '1',
      description: 'What an agency has made public of its engagements, and a way in for comments.',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: baseUrl }],
  })
}
