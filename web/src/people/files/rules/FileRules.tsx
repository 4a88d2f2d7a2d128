/** 管理 › ファイルの決まり: who may bring what from where, where whole files may be saved, and what it comes to (FILE-5…7). */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { BodySetting } from "@/people/orgs/BodySetting";

import { type FileRules as Rules, sides } from "./effective";
import { RoleCells } from "./RoleCells";
import { SavingCells } from "./SavingCells";
import { sideWords } from "./words";

export function FileRules({ contact }: { contact: string }) {
  const { i18n } = useLingui();
  return (
    <BodySetting<Rules>
      name="files"
      title={<Trans>ファイルの決まり</Trans>}
      about={
        <Trans>
          だれが、どこから、何を送れるかを決めます。団体の決まりとネットワークの決まりの、きびしいほうが効きます。ファイルの種類は、名前ではなく中身で見分けます。
        </Trans>
      }
      contact={contact}
    >
      {(rules, onChange) => (
        <>
          <p className="text-pretty text-small text-soft">
            <Trans>
              動画と音声は、まだ無害化できません。決まりで許しても、届いたあとの検査で「拒否」になり、だれにも渡りません。
            </Trans>
          </p>
          <Part
            title={<Trans>団体の決まり</Trans>}
            about={<Trans>どのネットワークから送るときにも効きます。</Trans>}
          >
            <RoleCells
              of="organization"
              rules={rules}
              onChange={(organization) => onChange({ ...rules, organization })}
            />
          </Part>
          {sides.map((side) => (
            <Part
              key={side}
              title={<Trans>ネットワークの決まり：{i18n._(sideWords[side])}</Trans>}
              about={
                side === "internet" && (
                  <Trans>
                    パソコンかスマートフォンかは、ブラウザーの申告で見分けます。申告は偽れるので、必ず守らせたいことは両方に同じ決まりを付けてください。
                  </Trans>
                )
              }
            >
              <RoleCells
                of={side}
                rules={rules}
                onChange={(chosen) => onChange({ ...rules, networks: { ...rules.networks, [side]: chosen } })}
              />
            </Part>
          ))}
          <Part
            title={<Trans>保存</Trans>}
            about={
              <Trans>
                「見るだけ」では、小さな画像で見られますが、ファイルの保存はできません。前に渡したリンクも、開けなくなります。
              </Trans>
            }
          >
            <SavingCells saving={rules.saving} onChange={(saving) => onChange({ ...rules, saving })} />
          </Part>
        </>
      )}
    </BodySetting>
  );
}

interface PartProps {
  title: ReactNode;
  about: ReactNode;
  children: ReactNode;
}

function Part({ title, about, children }: PartProps) {
  return (
    <section className="grid gap-4 border-t border-line pt-5">
      <h3 className="text-lead font-bold">{title}</h3>
      {about && <p className="text-pretty text-small text-soft">{about}</p>}
      {children}
    </section>
  );
}
