/** A file over the line, by the protocol for uploads that go on where they broke (tus 1.0). Fetched with the first file. */
import { type DetailedError, type HttpResponse, Upload, type UploadOptions } from "tus-js-client";

import type { FileId } from "@/generated/wire";
import { answered } from "@/platform/api";
import { Unanswered } from "@/platform/refusals";

import type { Carrying } from "./brought";

const UPLOADS = "/api/uploads";
/** Milliseconds without a byte going out: the line is as good as broken. */
const PATIENCE = 60_000;

/** What it is called on the server; throws a Refusal for a no, Unanswered when nobody knows. */
export function carry(file: File, pieceBytes: number, how: Carrying): Promise<FileId> {
  return new Promise((resolve, reject) => {
    let fileId: FileId | null = null;
    let silence = setTimeout(giveUp, PATIENCE);
    const stop = () => void upload.abort().catch(() => {});
    function giveUp() {
      stop();
      ended(() => reject(new Unanswered("no byte went out")));
    }
    function ended(then: () => void) {
      clearTimeout(silence);
      how.signal.removeEventListener("abort", taken);
      then();
    }
    function taken() {
      stop();
      ended(() => reject(new DOMException("taken back", "AbortError")));
    }
    const moved = () => {
      clearTimeout(silence);
      silence = setTimeout(giveUp, PATIENCE);
    };
    const upload = new Upload(file, {
      ...fixed(file, pieceBytes, how),
      onUploadUrlAvailable: () => upload.url && how.onAddress(upload.url),
      onProgress: (sent) => {
        moved();
        how.onProgress(sent);
      },
      onAfterResponse: (_, response) => {
        moved();
        fileId = (response.getHeader("Yoriai-File") as FileId | undefined) ?? fileId; // the border
      },
      onSuccess: () =>
        ended(() => (fileId ? resolve(fileId) : reject(new Unanswered("nobody says what it is called")))),
      onError: (error) => ended(() => void refusalIn(error).then(reject, reject)),
    });
    how.signal.addEventListener("abort", taken);
    if (how.signal.aborted) taken();
    else upload.start();
  });
}

function fixed(file: File, chunkSize: number, { key, address }: Carrying): UploadOptions {
  return {
    endpoint: UPLOADS,
    uploadUrl: address,
    chunkSize,
    // Whoever calls knows when to try again, and keeps what a reload needs.
    retryDelays: null,
    storeFingerprintForResuming: false,
    metadata: { filename: file.name, request_key: key },
  };
}

/** The server need not keep what has come of it. */
export async function giveUp(address: string): Promise<void> {
  await Upload.terminate(address, { retryDelays: null });
}

async function refusalIn(error: Error | DetailedError): Promise<Error> {
  const response = "originalResponse" in error ? error.originalResponse : null;
  if (!response) return new Unanswered("no answer", { cause: error });
  try {
    await answered(asResponse(response));
  } catch (refusal) {
    if (refusal instanceof Error) return refusal;
  }
  return new Unanswered("unreadable answer", { cause: error });
}

function asResponse(response: HttpResponse): Response {
  const status = response.getStatus();
  const after = response.getHeader("Retry-After");
  const headers = after ? { "Retry-After": after } : {};
  const isEmpty = status === 204 || status === 304;
  return new Response(isEmpty ? null : response.getBody(), { status, headers });
}
