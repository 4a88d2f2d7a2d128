// How much a first visit has to fetch and run before anything is drawn. Fails when it has grown too heavy.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const MOST = 250 * 1000; // bytes of script, packed
const built = new URL("../dist/", import.meta.url);

const page = readFileSync(new URL("index.html", built), "utf8");
const first = [...page.matchAll(/<(?:script|link)[^>]+(?:src|href)="\/([^"]+\.js)"/g)].map(
  ([, name]) => name,
);
const weights = first.map((name) => [name, gzipSync(readFileSync(new URL(name, built))).length]);
const sum = weights.reduce((total, [, weight]) => total + weight, 0);

for (const [name, weight] of weights) console.log(`${(weight / 1000).toFixed(1).padStart(7)} kB  ${name}`);
console.log(`${(sum / 1000).toFixed(1).padStart(7)} kB  of ${MOST / 1000} kB that a first visit may weigh`);
if (first.length === 0) throw new Error("No script is named in dist/index.html.");
if (sum > MOST) process.exitCode = 1;
