/** Other bodies: how their kinds, prefectures and sizes are called, and the directory in which they are found. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useInfiniteQuery } from "@tanstack/react-query";

import type { BodyKind } from "@/generated/wire";
import { api } from "@/platform/api";

export const kindNames: Readonly<Record<BodyKind, MessageDescriptor>> = {
  municipality: msg`市町村`,
  prefecture: msg`都道府県`,
  branch: msg`出先機関`,
  partial_affairs_union: msg`一部事務組合`,
  wide_area_union: msg`広域連合`,
  local_agency: msg`地方独立行政法人`,
  national_body: msg`国の機関`,
  related_body: msg`関連団体`,
};

export const bodyKinds = Object.keys(kindNames) as BodyKind[];

/** By their numbers, from 1 on: proper names, the same in every language. */
export const prefectures =
  "北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県".split(
    " ",
  );

/** Sizes by which a body of one's own kind is found: from so many people on, and fewer than so many. */
export const sizes: readonly { least: number | null; below: number | null; says: MessageDescriptor }[] = [
  { least: null, below: 10_000, says: msg`1万人未満` },
  { least: 10_000, below: 50_000, says: msg`1万人以上5万人未満` },
  { least: 50_000, below: 100_000, says: msg`5万人以上10万人未満` },
  { least: 100_000, below: 300_000, says: msg`10万人以上30万人未満` },
  { least: 300_000, below: null, says: msg`30万人以上` },
];

export interface BodyWish {
  q: string;
  prefecture: number | null;
  kind: BodyKind | null;
  least: number | null;
  below: number | null;
}

export const anyBody: BodyWish = { q: "", prefecture: null, kind: null, least: null, below: null };

export function useBodies(wish: BodyWish) {
  return useInfiniteQuery({
    queryKey: ["bodies", wish],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get("/api/bodies", { query: { ...wish, cursor }, signal }),
    getNextPageParam: (page) => page.next,
  });
}
