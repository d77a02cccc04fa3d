import { listen } from './listen.ts';

export type Received = { headers: Headers; body: string; path: string };
type Answer = Response | Promise<Response>;

/** A server that a test's webhooks and proxied requests go to; answers 200 unless told otherwise. */
export async function openReceiver(answer: (count: number) => Answer = () => new Response('{}')) {
  const received: Received[] = [];
  const fetch = async (request: Request) => {
    received.push({ headers: request.headers, body: await request.text(), path: new URL(request.url).pathname });
    return answer(received.length);
  };
  const { url, close } = await listen(fetch, 0);
  return { url, received, [Symbol.asyncDispose]: close };
}
