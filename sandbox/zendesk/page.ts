import { escapeHtml } from './comment-text.ts';

/** A plain page in the workspace's style that the server writes. */
export function plainPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeHtml(title)}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/workspace/style.css">
  </head>
  <body class="plain">
    <header class="top"><span class="brand">${escapeHtml(title)}</span><span class="stand-in">Sandbox: a stand-in for Zendesk</span></header>
    <main class="consent">${body}</main>
  </body>
</html>`;
}
