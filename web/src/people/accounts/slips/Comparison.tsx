/** 「LINEとここが同じ・ここが違う」: the back of a slip, for those who have never had training. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";

export function Comparison({ contact }: { contact: string }) {
  return (
    <article lang="ja" className="on-paper seen-whole paper-page px-[17mm] py-[20mm]">
      <h2 className="text-[20pt] font-bold">
        <Trans>LINEとここが同じ・ここが違う</Trans>
      </h2>
      <div className="mt-[10mm] grid grid-cols-2 items-start gap-[7mm] text-[11pt]">
        <Column title={<Trans>同じ</Trans>}>
          <Entry title={<Trans>トークの一覧</Trans>}>
            <Trans>新しいトークが上に来ます。まだ読んでいない数が出ます。</Trans>
          </Entry>
          <Entry title={<Trans>既読</Trans>}>
            <Trans>2人のトークは「既読」、ルームは「既読 3」のように人数が出ます。</Trans>
          </Entry>
          <Entry title={<Trans>ルーム</Trans>}>
            <Trans>グループと同じように、何人でも話せます。退出もできます。</Trans>
          </Entry>
          <Entry title={<Trans>書きかけ</Trans>}>
            <Trans>送る前に閉じても、書いたものは残っています。</Trans>
          </Entry>
        </Column>
        <Column title={<Trans>違う</Trans>}>
          <Entry title={<Trans>記録に残ります</Trans>}>
            <Trans>仕事の記録です。書いたことは役所に残り、ルームの人が読めます。</Trans>
          </Entry>
          <Entry title={<Trans>電話番号は要りません</Trans>}>
            <Trans>職員番号でログインします。自分の電話番号は、だれにも見えません。</Trans>
          </Entry>
          <Entry title={<Trans>友だち登録はありません</Trans>}>
            <Trans>はじめから職員が名簿にいます。名前や所属で探せます。</Trans>
          </Entry>
          <Entry title={<Trans>Enterは改行です</Trans>}>
            <Trans>パソコンでは Ctrl+Enter で送ります。設定で変えられます。</Trans>
          </Entry>
          <Entry title={<Trans>入口が二つあります</Trans>}>
            <Trans>
              庁内のパソコン（LGWAN）と、外の端末（インターネット）。画面の一番上の帯で分かります。
            </Trans>
          </Entry>
        </Column>
      </div>
      <p className="mt-[10mm]">
        <Trans>困ったときは{contact}へ。</Trans>
      </p>
    </article>
  );
}

function Column({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-[6mm] rounded-[2mm] border border-black p-[6mm]">
      <h3 className="text-[15pt] font-bold">{title}</h3>
      {children}
    </section>
  );
}

function Entry({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div>
      <h4 className="text-[13pt] font-bold">{title}</h4>
      <p>{children}</p>
    </div>
  );
}
