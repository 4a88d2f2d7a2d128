/** In the settings of somebody in a special post: who may write to them. Nobody else sees it. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";

import type { Me } from "@/generated/wire";

import { LimitForm } from "./LimitForm";
import { useOwnPost } from "./posts";

import "@/platform/seldom";

interface Props {
  me: Me;
  /** The part of the settings in which it stands. */
  children: (limit: ReactNode) => ReactNode;
}

export function OwnSpecialPost({ me, children }: Props) {
  const { data } = useOwnPost();
  const post = data?.posts[0];
  if (!data || !post) return null;
  return children(
    <div className="grid gap-3">
      <p className="text-pretty">
        <Trans>
          あなたに1対1のトークを送れる人、あなたをルームに加えられる人を決めます。範囲の外の人には、代行者に伝えるように案内します。前からあるトークは、お互いに読めます。
        </Trans>
      </p>
      <LimitForm post={post} people={data.people} me={me} isOwn />
    </div>,
  );
}
