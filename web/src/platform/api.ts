/** Questions to the server over HTTP, typed from its own description of itself. */
import type { paths } from "@/generated/wire";
import { type Details, Refusal, Unanswered, wordsFor } from "@/platform/refusals";

type Method = "get" | "post" | "put" | "patch" | "delete";
type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends { [Key in M]: object } ? P : never;
}[keyof paths];
type Operation<P extends keyof paths, M> = M extends keyof paths[P] ? paths[P][M] : never;

type PathOf<Op> = Op extends { parameters: { path: infer Path extends object } } ? { path: Path } : unknown;
type QueryOf<Op> = Op extends { parameters: { query: infer Query extends object } }
  ? { query: Query }
  : Op extends { parameters: { query?: infer Query extends object } }
    ? { query?: Query }
    : unknown;
type BodyOf<Op> = Op extends { requestBody: { content: { "application/json": infer Body } } }
  ? { body: Body }
  : unknown;
type Options<Op> = PathOf<Op> & QueryOf<Op> & BodyOf<Op> & Waiting;
type Given<Op> = object extends Options<Op> ? [options?: Options<Op>] : [options: Options<Op>];

type Good<Responses> = Responses extends { 200: infer Body } | { 201: infer Body } ? Body : unknown;
type AnswerOf<Op> = Op extends { responses: infer Responses }
  ? Good<Responses> extends { content: { "application/json": infer Body } }
    ? Body
    : undefined
  : never;

interface Waiting {
  signal?: AbortSignal | undefined;
  /** How long to wait for what works long, in milliseconds. */
  patience?: number;
}

interface Loose extends Waiting {
  path?: Record<string, string | number>;
  query?: Record<string, unknown>;
  body?: unknown;
}

const PATIENCE = 15_000;
/** Nobody is signed in here any more, or whoever is has left the seat, or may not be where they are. */
const goneCodes = new Set(["signed_out", "sessions.locked", "network_forbids"]);
const signedOutEars = new Set<() => void>();

/** Tell me when an answer shows that this browser is signed out. */
export function onSignedOut(heard: () => void): () => void {
  signedOutEars.add(heard);
  return () => signedOutEars.delete(heard);
}

/** Somebody to ask who it is when a dangerous act is refused until that is proved; true: it was. */
type Prover = (refusal: Refusal) => Promise<boolean>;
let prover: Prover = () => Promise.resolve(false);

export function whenProofIsAsked(ask: Prover): void {
  prover = ask;
}

/** Do it; where it is refused until somebody proves who they are, ask them and do it once more. */
export async function proving<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  try {
    return await act();
  } catch (error) {
    const isAsked = error instanceof Refusal && error.code === "second_factor.prove_again";
    if (!isAsked || !(await prover(error))) throw error;
    return act();
  }
}

/** Each gives the body of a good answer; throws a Refusal for a no, Unanswered when nobody knows. */
export const api = {
  get: asker("get"),
  post: asker("post"),
  put: asker("put"),
  patch: asker("patch"),
  delete: asker("delete"),
};

function asker<M extends Method>(method: M) {
  return async <P extends PathsWith<M>>(
    path: P,
    ...[options]: Given<Operation<P, M>>
  ): Promise<AnswerOf<Operation<P, M>>> => {
    const { signal, patience = PATIENCE, ...given }: Loose = options ?? {};
    const body = await proving(async () => {
      const response = await patiently(addressOf(path, given), {
        method: method.toUpperCase(),
        // The server takes changes from JSON alone: a form of another site cannot say this.
        headers: { "Content-Type": "application/json" },
        body: given.body === undefined ? null : JSON.stringify(given.body),
        signal: AbortSignal.any([...(signal ? [signal] : []), AbortSignal.timeout(patience)]),
      });
      return answered(response);
    });
    return body as AnswerOf<Operation<P, M>>; // the description says what a good answer holds
  };
}

function addressOf(path: string, { path: values = {}, query = {} }: Loose): string {
  const place = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const words = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((each) => each !== undefined && each !== null)
      .map((each) => [name, String(each)]),
  );
  const search = new URLSearchParams(words);
  return words.length > 0 ? `${place}?${search}` : place;
}

/** Every question ends: a connection that hangs is as good as none. */
async function patiently(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    throw unlessTakenBack(error, "no answer");
  }
}

/** The body of a good answer, whatever asked for it; anything else is thrown. */
export async function answered(response: Response): Promise<unknown> {
  const body = await bodyOf(response);
  if (response.ok) return body;
  const error = refusalIn(body, response);
  if (error instanceof Refusal) await wordsFor(error);
  throw error;
}

/** Half an answer, or a page of some machine in between that is no JSON, is no answer. */
async function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  try {
    const body: unknown = await response.json();
    return body;
  } catch (error) {
    throw unlessTakenBack(error, "unreadable answer");
  }
}

function unlessTakenBack(error: unknown, why: string): unknown {
  const isTakenBack = error instanceof DOMException && error.name === "AbortError";
  return isTakenBack ? error : new Unanswered(why, { cause: error });
}

function refusalIn(body: unknown, response: Response): Error {
  if (!isRefused(body)) return new Unanswered(`status ${response.status}`);
  // A wrong password is a 401 too, and says nothing about who is signed in.
  if (goneCodes.has(body.code)) for (const heard of signedOutEars) heard();
  const details = { ...waitNamedIn(response), ...body.details };
  return new Refusal(response.status, body.code, details, body.request_id ?? "");
}

interface Refused {
  code: string;
  details?: Details;
  request_id?: string;
}

function isRefused(body: unknown): body is Refused {
  return typeof body === "object" && body !== null && "code" in body && typeof body.code === "string";
}

function waitNamedIn(response: Response): Details {
  const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
  return Number.isFinite(seconds) ? { retry_after: seconds } : {};
}
