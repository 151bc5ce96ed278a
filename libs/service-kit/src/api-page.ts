import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fastifyStatic } from '@fastify/static';
import type { FastifyInstance } from 'fastify';

// Importing the package would load the whole user interface into memory, only to learn where its files are.
const swaggerUiFolder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const page = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <title>产业创新中心平台 API · Industrial innovation centers API</title>
    <link rel="stylesheet" href="/api/assets/swagger-ui.css">
  </head>
  <body>
    <div id="api"></div>
    <script src="/api/assets/swagger-ui-bundle.js"></script>
    <script src="/api/start.js"></script>
  </body>
</html>
`;

/** Starts Swagger UI on the merged document; a token once entered is kept for the page's session. */
const script = `window.addEventListener('load', () => {
  SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', deepLinking: true, persistAuthorization: true });
});
`;

/** Serves a page at `/api` to read and try what `/openapi.json` describes (Swagger UI), without inline scripts. */
export async function serveApiPage(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, { root: swaggerUiFolder, prefix: '/api/assets/', index: false });
  app.get('/api', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  app.get('/api/start.js', async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(script),
  );
  app.get('/', async (_request, reply) => reply.redirect('/api'));
}
