/** The component library brings its own words in 34 languages to every page: only those that this client speaks stay. */
import type { Plugin } from "vite";

const WORDS = /\/react-[a-z-]+\/dist\/private\/.*intl\/\w+\/(?!ja-JP|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/;

/** A step of the build. */
export const onlyOurLanguages = (): Plugin => ({
  name: "only-our-languages",
  apply: "build",
  load: { filter: { id: WORDS }, handler: () => "export default undefined;" },
});
