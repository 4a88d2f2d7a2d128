/** Files to the server and from it: as raw bytes, with a word on how far they are, and a way to stop. */
import { answered, proving } from "@/platform/api";
import { Unanswered } from "@/platform/refusals";

interface Upload {
  file: Blob;
  /** From 0 to 1, while the bytes go out. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** Bring a file. Only this kind of request tells how far it is; the answer is the body of a good one, as elsewhere. */
export async function upload(address: string, { file, onProgress, signal }: Upload): Promise<unknown> {
  return answered(await sent(address, { file, onProgress, signal }));
}

type Sending = { [Key in keyof Upload]: Upload[Key] | undefined } & { file: Blob };

function sent(address: string, { file, onProgress, signal }: Sending): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const takeBack = () => request.abort();
    request.open("POST", address);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.responseType = "arraybuffer";
    request.upload.onprogress = (step) => {
      if (step.lengthComputable && step.total > 0) onProgress?.(step.loaded / step.total);
    };
    request.onload = () => resolve(responseOf(request));
    request.onerror = () => reject(new Unanswered("no answer"));
    request.onabort = () => reject(new DOMException("taken back", "AbortError"));
    request.onloadend = () => signal?.removeEventListener("abort", takeBack);
    signal?.addEventListener("abort", takeBack);
    if (signal?.aborted) reject(new DOMException("taken back", "AbortError"));
    else request.send(file);
  });
}

function responseOf(request: XMLHttpRequest): Response {
  const after = request.getResponseHeader("Retry-After");
  const headers = after === null ? {} : { "Retry-After": after };
  return new Response(request.status === 204 ? null : request.response, { status: request.status, headers });
}

/** Save a file that the server makes, under the name that it gives. */
export async function save(address: string, signal?: AbortSignal): Promise<void> {
  await proving(async () => keep(await fetched(address, signal ? { signal } : {})));
}

/** Save a file that the server makes out of what it is given. That may take a while. */
export async function saveMade(address: string, body: object): Promise<void> {
  const headers = { "Content-Type": "application/json" };
  const request = { method: "POST", headers, body: JSON.stringify(body) };
  await proving(async () => keep(await fetched(address, request)));
}

async function keep(response: Response): Promise<void> {
  if (!response.ok) {
    await answered(response);
    return;
  }
  const place = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = place;
  link.download = nameIn(response.headers.get("Content-Disposition") ?? "");
  link.click();
  URL.revokeObjectURL(place);
}

async function fetched(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    const isTakenBack = error instanceof DOMException && error.name === "AbortError";
    throw isTakenBack ? error : new Unanswered("no answer", { cause: error });
  }
}

/** The name of a file as its head says it (RFC 6266). */
export function nameIn(disposition: string): string {
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (coded !== undefined) return decodeURIComponent(coded);
  return /filename="([^"]+)"/.exec(disposition)?.[1] ?? "file";
}
