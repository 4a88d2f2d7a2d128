/** No two files of the client wait for one another: what one needs of the other at its beginning would not be there yet. */
import type { Plugin } from "vite";

interface File {
  fileName: string;
  imports: string[];
}

export function inOrder(): Plugin {
  return {
    name: "in-order",
    generateBundle(_, bundle) {
      const files = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? [file] : []));
      const circle = circleIn(files);
      if (circle) this.error(`files wait for one another: ${circle.join(" → ")}`);
    },
  };
}

/** The first circle that is found; null where there is none. */
export function circleIn(files: File[]): string[] | null {
  const imports = new Map(files.map((file) => [file.fileName, file.imports]));
  const done = new Set<string>();
  const walk = (name: string, path: string[]): string[] | null => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return null;
    for (const next of imports.get(name) ?? []) {
      const circle = walk(next, [...path, name]);
      if (circle) return circle;
    }
    done.add(name);
    return null;
  };
  for (const { fileName } of files) {
    const circle = walk(fileName, []);
    if (circle) return circle;
  }
  return null;
}
