/** 管理 › ルームの人数: how large a room that people make may become, and which is large (ROOM-4, ROOM-5, ROOM-8). */
import { Trans, useLingui } from "@lingui/react/macro";

import { BodySetting } from "@/people/orgs/BodySetting";
import { Numbers } from "@/ui/Numbers";

interface Limits {
  /** Null: as many as there are. */
  most_members: number | null;
  /** Above 100: never. */
  most_percent: number;
  /** In a room with more members newcomers begin with what names them. Null: in none. */
  quiet_above: number | null;
}

const NEVER = 101;

export function RoomLimits({ contact }: { contact: string }) {
  const { t } = useLingui();
  return (
    <BodySetting<Limits>
      name="rooms"
      title={<Trans>ルームの人数</Trans>}
      about={
        <Trans>
          ルームにこれから入る人に効きます。もう入っている人は、そのままです。人数の上限と割合は、所属のルームには当てはまりません。
        </Trans>
      }
      contact={contact}
    >
      {(limits, onChange) => (
        <>
          <Numbers
            label={t`1つのルームに入れる人数`}
            hint={<Trans>超えるときは、だれも入れずに、この人数を伝えます。</Trans>}
            values={[0, 100, 500, 1_000, 3_000]}
            says={(n) => (n === 0 ? t`決めない` : t`${n.toLocaleString("ja")}人まで`)}
            value={limits.most_members ?? 0}
            onChange={(n) => onChange({ ...limits, most_members: n === 0 ? null : n })}
          />
          <Numbers
            label={t`ほぼ全員のルーム`}
            hint={
              <Trans>
                組織の職員のこの割合以上を選ぶと、オープンルームをすすめて、ルームは作りません。20人より少ない組織には当てはまりません。
              </Trans>
            }
            values={[70, 80, 90, NEVER]}
            says={(n) => (n === NEVER ? t`作ってよい` : t`${n}％以上は作らない`)}
            value={limits.most_percent}
            onChange={(most_percent) => onChange({ ...limits, most_percent })}
          />
          <Numbers
            label={t`はじめから「自分あてだけ」を知らせるルーム`}
            hint={
              <Trans>
                この人数を超えるルームに入った人には、自分あてのメッセージだけを知らせます。本人がいつでも変えられます。
              </Trans>
            }
            values={[50, 100, 300, 1_000, 0]}
            says={(n) => (n === 0 ? t`決めない` : t`${n.toLocaleString("ja")}人を超えるルーム`)}
            value={limits.quiet_above ?? 0}
            onChange={(n) => onChange({ ...limits, quiet_above: n === 0 ? null : n })}
          />
        </>
      )}
    </BodySetting>
  );
}
