/** A rehearsal with the real server: real pages without their drawing, on bad wires. Run by tests/rehearsal. */
import { readFileSync } from "node:fs";
import { Script } from "node:vm";

import { Play, type Programme } from "./play";
import { leadAllNamesHere } from "./server";
import { TownLine } from "./town";

leadAllNamesHere();
const script = new Script(readFileSync(new URL("tab.js", import.meta.url), "utf8"));
const line = new TownLine();

let wanted = await line.hear();
for (;;) {
  const programme = wanted as Programme; // so says the test
  wanted = await line.say({ found: await new Play(line, script, programme).run() });
}
