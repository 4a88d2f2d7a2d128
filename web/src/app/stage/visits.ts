/** For rehearsals: what stands in for a WebSocket, carried in the time of the pages. The server would wait in its own. */

/** The server is asked so often while a page believes that it waits there, in milliseconds. */
const EVERY = 2_000;
/** For how long it really waits then, in seconds. */
const A_MOMENT = 0.001;

interface Frame {
  answer?: unknown;
  signal?: unknown;
  ok?: unknown;
}

interface Heard {
  frames: Frame[];
  closed: unknown;
}

interface Asked {
  said: string[];
  wait?: number;
}

export type Ask = (body: string) => Promise<Response>;

/** A proxy that lets no WebSocket through holds streams back, too: they are not carried here. */
export function isStream(address: string): boolean {
  return address.startsWith("/events?");
}

export function isVisit(address: string): boolean {
  return /^\/(?:poll|say)\?/.test(address);
}

/** One visit: what is answered at once, or else when there is something, or in the end nothing. */
export async function visited(
  body: string,
  ask: Ask,
  pass: (milliseconds: number) => Promise<void>,
): Promise<Response> {
  const { said, wait = 0 }: Asked = JSON.parse(body);
  for (let waited = 0; ; waited += EVERY) {
    const answer = await ask(JSON.stringify(wait > 0 ? { said, wait: A_MOMENT } : { said }));
    if (!answer.ok) return answer;
    const heard = withoutFleeting(await answer.json());
    if (isNews(heard) || waited >= wait * 1_000) return Response.json(heard);
    await pass(EVERY);
  }
}

function isNews({ frames, closed }: Heard): boolean {
  return closed !== null || frames.some((frame) => !("answer" in frame));
}

/** The answers to commands in what a visit brought. */
export async function answersIn(answer: Response): Promise<unknown[]> {
  const { frames }: Heard = await answer.clone().json();
  return frames.flatMap(({ ok }) => ok ?? []);
}

/** Signals come by the server's own clock, which nobody can hold still here, and may be lost at any time. */
function withoutFleeting({ frames, closed }: Heard): Heard {
  return { frames: frames.filter((frame) => !("signal" in frame)), closed };
}
