/** A catalogue of words becomes a module when the client is built. */
declare module "*.po" {
  import type { Messages } from "@lingui/core";
  export const messages: Messages;
}
