// Unpacks the packed Chromium, its fonts and the libraries a bare machine may lack: node unpack.mjs FOLDER
import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { extract } from "tar-fs";

const packed = join(import.meta.dirname, "node_modules/@sparticuz/chromium/bin");
const folder = process.argv[2];

const targets = {
  "chromium.br": createWriteStream(join(folder, "chromium"), { mode: 0o755 }),
  "swiftshader.tar.br": extract(folder),
  "fonts.tar.br": extract(join(folder, "fonts")),
  "al2023.tar.br": extract(join(folder, "al2023")),
};

for (const [name, target] of Object.entries(targets)) {
  await pipeline(createReadStream(join(packed, name)), createBrotliDecompress(), target);
}
