/** コピー: the message as one line of plain text, with when, who and from where. */
import { msg } from "@lingui/core/macro";

import { toClipboard } from "@/platform/clipboard";

import type { Action } from "./action";
import { asLine } from "./lines";

export const copy: Action = {
  name: "copy",
  icon: "copy",
  says: msg`コピー`,
  inBar: true,
  isOffered: ({ message }) => message.parts.length > 0,
  act: ({ message, person }, { tell }) => {
    void toClipboard(asLine(message, person)).then((done) =>
      tell(done ? msg`コピーしました` : msg`コピーできませんでした。文字を選んで写してください`),
    );
  },
};
