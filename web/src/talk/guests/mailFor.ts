/** A mail as it is written to somebody outside: Yoriai sends none, whoever invites sends it from their own program. */
import type { HandedInvitation, Invited } from "@/generated/wire";

export function mailFor(handed: HandedInvitation, room: string, { body, contact }: Invited): string {
  return [
    handed.firm,
    `${handed.name} 様`,
    "",
    `${body}です。お世話になっております。`,
    `業務の連絡に使うチャット「寄合」のルーム「${room}」に、ゲストとしてご招待します。`,
    "次のリンクを開き、守っていただくことをお読みのうえ、パスワードを決めてください。",
    "",
    handed.link ?? "",
    "",
    `リンクは${handed.last_day ?? ""}まで、一度だけ使えます。ほかの方に転送しないでください。`,
    `お困りのときは、${body} ${contact}までご連絡ください。`,
  ].join("\n");
}
