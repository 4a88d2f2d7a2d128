/** The addresses of 管理 › ゲスト, and of the rules for them. */
import { useKnownScreen } from "@/app/known";
import { GuestRules } from "@/talk/guests/GuestRules";
import { GuestsScreen } from "@/talk/guests/GuestsScreen";

export function GuestsRoute() {
  return <GuestsScreen contact={useKnownScreen().me.contact} />;
}

export function GuestRulesRoute() {
  return <GuestRules contact={useKnownScreen().me.contact} />;
}
