/** For rehearsals: how the real server is found, and what a browser says to it with every question. */
import dns from "node:dns";

import type { End } from "./wires";

const { lookup } = dns;

/** The names of the two sides lead to this machine, whatever its resolver thinks. */
export function leadAllNamesHere(): void {
  dns.lookup = ((_: string, ...rest: [never, never]) => lookup("127.0.0.1", ...rest)) as typeof dns.lookup;
}

export function ofBrowser(host: string, { cookie }: End): Record<string, string> {
  return { origin: `http://${host}`, cookie };
}
