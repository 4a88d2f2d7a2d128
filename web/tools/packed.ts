/** Scripts and styles a second time, packed: a server that would do it for every page does the same work all day. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { constants, gzipSync } from "node:zlib";

import type { Plugin } from "vite";

const PACKS = /\.(js|css)$/;

/** A step of the build, once all files lie there. */
export const packed = (): Plugin => ({
  name: "packed",
  apply: "build",
  enforce: "post",
  writeBundle({ dir }) {
    const assets = join(dir ?? "dist", "assets");
    for (const name of readdirSync(assets).filter((each) => PACKS.test(each))) {
      const file = join(assets, name);
      writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: constants.Z_BEST_COMPRESSION }));
    }
  },
});
