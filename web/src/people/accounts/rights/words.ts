/** The words of rights: what each is called, what it is good for, and from whom it comes. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

import type { Right, RightOrigin } from "@/generated/wire";

export const rights: Record<Right, { says: MessageDescriptor; about: MessageDescriptor }> = {
  find_people: {
    says: msg`名簿で人を探す`,
    about: msg`職員名簿を開き、所属や名前で人を探せます。`,
  },
  write_directly: {
    says: msg`個人トークを始める`,
    about: msg`ほかの人と二人だけのトークを始められます。`,
  },
  open_rooms: {
    says: msg`ルームを作る`,
    about: msg`新しいルームを作れます。`,
  },
  join_open_rooms: {
    says: msg`オープンルームに入る`,
    about: msg`招待がなくても入れるルームを探して、入ったり読んだりできます。`,
  },
  invite_guests: {
    says: msg`ゲストを招待する`,
    about: msg`管理しているルームに、業者やアドバイザーなどをゲストとして招待できます。`,
  },
  print: {
    says: msg`ルームを印刷する`,
    about: msg`ルームの内容を紙に印刷できます。`,
  },
};

export const origins: Record<RightOrigin, MessageDescriptor> = {
  role: msg`役割による`,
  body: msg`団体の決まりによる`,
  group: msg`グループの決まりによる`,
  person: msg`この人への指定による`,
};

/** How what was done to somebody's rights calls them. */
export const linesOf = (say: (message: MessageDescriptor) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(rights).map(([right, { says }]) => [`right.${right}`, say(says)]));
