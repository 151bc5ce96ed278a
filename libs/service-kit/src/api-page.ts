/** A page to read and try the API (Swagger UI), without inline scripts. */
export const apiPage = `<!doctype html>
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
export const apiPageScript = `window.addEventListener('load', () => {
  SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', deepLinking: true, persistAuthorization: true });
});
`;
