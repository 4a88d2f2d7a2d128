/** 管理 › アカウントの依頼: what units ask for, and what ITリーダー and administrators say to it. */
import { Trans } from "@lingui/react/macro";

import type { Me } from "@/generated/wire";

import { Requests } from "./Requests";

export function RequestsScreen({ me }: { me: Me }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a page without a button is scrolled with the keys.
    <main tabIndex={0} className="min-h-0 grow overflow-y-auto px-4 py-5 mid:px-7">
      <div className="grid max-w-[46rem] gap-5">
        <h2 className="text-[1.5rem] leading-150 font-bold">
          <Trans>アカウントの依頼</Trans>
        </h2>
        <p className="text-pretty">
          <Trans>
            所属の人の依頼は、ITリーダーが確かめて管理者に渡します。管理者が受け入れると、名簿が変わります。新しい人の最初のパスワードは、いつものとおり用紙で出します。
          </Trans>
        </p>
        <Requests me={me} />
      </div>
    </main>
  );
}
