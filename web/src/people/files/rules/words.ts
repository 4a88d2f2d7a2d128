/** What the rules about files say, in the words of screens. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

import type { Client, Role, Side, Takes } from "./effective";

export const takesWords: Record<Takes, MessageDescriptor> = {
  nothing: msg`送れない`,
  images: msg`画像だけ`,
  images_video: msg`画像と動画（動画は、まだ渡りません）`,
  images_video_audio: msg`画像、動画、音声（動画と音声は、まだ渡りません）`,
  all: msg`すべて`,
};

export const clientWords: Record<Client, MessageDescriptor> = {
  desktop: msg`パソコン`,
  phone: msg`スマートフォン・タブレット`,
};

export const roleWords: Record<Role, MessageDescriptor> = {
  staff: msg`職員`,
  guest: msg`ゲスト`,
  other: msg`ほかの団体の人（この団体のルームで）`,
};

export const sideWords: Record<Side, MessageDescriptor> = {
  lgwan: msg`LGWAN側`,
  internet: msg`インターネット側`,
};
