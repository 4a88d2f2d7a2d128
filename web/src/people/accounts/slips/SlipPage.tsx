/** One slip as a sheet of A4, folded in three with the secret inside: what the PDF shows, drawn by the browser. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { Issued, Slip } from "@/generated/wire";
import { AsTyped } from "@/ui/AsTyped";
import { QrCode } from "@/ui/QrCode";

import { OpenPicture, PasswordPicture, TalkPicture } from "./StepPictures";

interface Props {
  slip: Slip;
  common: Issued["common"];
}

export function SlipPage({ slip, common }: Props) {
  return (
    <article
      lang="ja"
      aria-label={`${slip.name} ${slip.login_id}`}
      className={`on-paper seen-whole paper-page ${slip.large_type ? "large" : ""}`}
    >
      <Addressee slip={slip} body={common.tenant_name} />
      <Fold>
        <Trans>② 次に、ここを外側に折ってください（宛名が表に出ます）</Trans>
      </Fold>
      <Secret slip={slip} code={common.tenant_code} />
      <Fold>
        <Trans>① まず、ここを内側に折ってください（パスワードが隠れます）</Trans>
      </Fold>
      <Steps slip={slip} common={common} />
    </article>
  );
}

function Fold({ children }: { children: React.ReactNode }) {
  return (
    <div className="paper-fold">
      <span>{children}</span>
    </div>
  );
}

function Addressee({ slip, body }: { slip: Slip; body: string }) {
  const { t } = useLingui();
  return (
    <section className="paper-panel flex flex-col">
      <div className="flex items-center justify-between gap-[5mm]">
        <span>{body}</span>
        <span className="border border-black px-[3mm] py-[1mm] text-[10pt]">
          <Trans>取扱注意　本人のほかは開かないでください</Trans>
        </span>
      </div>
      <p className="mt-[5mm] text-[16pt] font-bold">
        <Trans>寄合（よりあい）　はじめてのパスワード</Trans>
      </p>
      <p className="mt-[6mm]">{slip.department}</p>
      <p className="mt-auto font-name leading-tight">{slip.kana}</p>
      <h2 className={`font-name leading-snug font-bold ${sizeFor(slip.name)}`}>
        <AsTyped>{t`${slip.name} 様`}</AsTyped>
      </h2>
      <p className="mt-[4mm]">
        <Trans>中に、ログインに使うパスワードが書いてあります。ほかの人に見せないでください。</Trans>
      </p>
    </section>
  );
}

/** A long name gets smaller letters, so that it stands in one line. */
function sizeFor(name: string): string {
  if (name.length > 28) return "text-[11pt]";
  return name.length > 16 ? "text-[16pt]" : "text-[26pt]";
}

function Secret({ slip, code }: { slip: Slip; code: string }) {
  return (
    <section className="paper-panel grid grid-cols-[1fr_46mm] gap-x-[8mm]">
      <div className="flex flex-col">
        <h3 className="text-[12pt] font-bold">
          <Trans>ログインに使うもの</Trans>
        </h3>
        <dl className="mt-[3mm] grid grid-cols-[auto_1fr] items-center gap-x-[6mm] gap-y-[3mm]">
          <dt>
            <Trans>団体コード</Trans>
          </dt>
          <dd className="text-[14pt]">{code}</dd>
          <dt>
            <Trans>職員番号</Trans>
          </dt>
          <dd className="text-[14pt]">{slip.login_id}</dd>
          <dt className="whitespace-nowrap">
            <Trans>
              はじめての
              <br />
              パスワード
            </Trans>
          </dt>
          <dd className="justify-self-start border-2 border-black px-[3mm] py-[1.5mm] text-[18pt] font-bold whitespace-nowrap">
            {slip.secret}
          </dd>
          <dt>
            <Trans>使える日</Trans>
          </dt>
          <dd className="whitespace-nowrap">
            <Trans>{slip.last_day}まで、1回だけ</Trans>
          </dd>
        </dl>
        <p className="mt-auto text-[9.5pt]">
          <Trans>
            パスワードの空白は、入力しなくてもかまいません。大文字と小文字、全角と半角の違いも気にしなくてよい文字だけを使っています。
          </Trans>
        </p>
      </div>
      <div>
        <QrCode rows={slip.qr} />
        <p className="mt-[3mm] text-[9.5pt]">
          {slip.internet_link ? (
            <Trans>スマートフォンのカメラで読み取ると、番号とパスワードの入った画面が開きます。</Trans>
          ) : (
            <Trans>庁内の端末で読み取ると、番号とパスワードの入った画面が開きます。</Trans>
          )}
        </p>
      </div>
    </section>
  );
}

function Steps({ slip, common }: Props) {
  const steps = [
    { picture: <OpenPicture />, says: <Trans>QRコードか、下のアドレスを開きます。</Trans> },
    { picture: <PasswordPicture />, says: <Trans>これから使う、自分だけのパスワードを決めます。</Trans> },
    { picture: <TalkPicture />, says: <Trans>「れんしゅう」のルームで話してみます。</Trans> },
  ];
  return (
    <section className="paper-panel flex flex-col gap-[2mm]">
      <ol className="grid grid-cols-3 gap-[6mm]">
        {steps.map(({ picture, says }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps are these three, always.
          <li key={place} className="grid justify-items-center gap-[1.5mm]">
            {picture}
            <p className="justify-self-start">
              <b>{place + 1}</b> {says}
            </p>
          </li>
        ))}
      </ol>
      <p className="mt-auto">
        <Trans>読み取れないときは、次のアドレスを開いて、職員番号とパスワードを入力してください。</Trans>
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-[4mm]">
        {common.doors.lgwan && <Door says={<Trans>パソコン（LGWAN）</Trans>} url={common.doors.lgwan} />}
        {common.doors.internet && (
          <Door says={<Trans>スマートフォン（インターネット）</Trans>} url={common.doors.internet} />
        )}
      </dl>
      {slip.large_type && (
        <p>
          <Trans>文字の大きい「かんたん表示」でも使えます。はじめの画面で選んでください。</Trans>
        </p>
      )}
      <p className="mt-auto border-t border-black pt-[2mm] text-[9.5pt]">
        <Trans>
          なくしたときや人に見られたときは、すぐに知らせてください。新しい用紙を出すと、この用紙のパスワードは使えなくなります。困ったときは
          <b>{common.contact}</b>へ。
        </Trans>
      </p>
    </section>
  );
}

function Door({ says, url }: { says: React.ReactNode; url: string }) {
  return (
    <>
      <dt>{says}</dt>
      <dd>{url}</dd>
    </>
  );
}
