/** 管理 › ネットワークのモデル: which model is in force, what it decides, and what of it is not there yet (ZONE-7). */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";

import type { Network as InForce } from "@/generated/wire";
import { api } from "@/platform/api";
import { Chip } from "@/ui/Chip";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

export function Network({ contact }: { contact: string }) {
  const { t } = useLingui();
  const found = useQuery({
    queryKey: ["network"],
    queryFn: ({ signal }) => api.get("/api/network", { signal }),
  });
  if (found.isPending) return <Waiting says={t`モデルを読み込んでいます`} />;
  if (found.isError) {
    const again = () => void found.refetch();
    return (
      <NotRead title={<Trans>モデルを読み込めませんでした。</Trans>} contact={contact} onAgain={again} />
    );
  }
  return <Shown network={found.data} />;
}

function Shown({ network }: { network: InForce }) {
  const { t } = useLingui();
  const side = (zone: InForce["primary"]) => (zone === "lgwan" ? t`LGWAN側` : t`インターネット側`);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a page without a button is scrolled with the keys.
    <main tabIndex={0} className="relative min-h-0 grow overflow-y-auto px-4 py-5 mid:px-7">
      <div className="grid max-w-[46rem] gap-6">
        <h2 className="text-[1.5rem] leading-150 font-bold">
          <Trans>ネットワークのモデル：{network.title}</Trans>
        </h2>
        <p lang="ja">{network.about}</p>
        <p className="text-small text-soft">
          <Trans>
            サーバーの設定（profile）で決まっています。この画面では変えられません。変えるときは、サーバーを動かす担当へ。
          </Trans>
        </p>
        <section className="grid gap-3">
          <h3 className="text-lead font-bold">
            <Trans>このモデルの決まり</Trans>
          </h3>
          <ul className="grid gap-2" lang="ja">
            {network.points.map((point) => (
              <li key={point.what} className="grid gap-1 rounded-12 border border-line px-4 py-3">
                <span className="flex flex-wrap items-center gap-2">
                  <b>{point.what}</b>
                  {point.in_force ? (
                    <Chip look="safe">
                      <Trans>効いています</Trans>
                    </Chip>
                  ) : (
                    <Chip look="guest">
                      <Trans>まだありません</Trans>
                    </Chip>
                  )}
                </span>
                <span>{point.says}</span>
              </li>
            ))}
          </ul>
        </section>
        <section className="grid gap-3">
          <h3 className="text-lead font-bold">
            <Trans>入口</Trans>
          </h3>
          <ul className="grid gap-1">
            {network.doors.map((door) => (
              <li key={door.url} className="flex flex-wrap gap-x-3">
                <b>
                  {side(door.zone)}
                  {door.zone === network.primary && <Trans>（主）</Trans>}
                </b>
                <span className="break-all">{door.url}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </main>
  );
}
