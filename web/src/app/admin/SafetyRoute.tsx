/** The screens of 管理 about logins: what the body decides, and what people say is wrong about themselves. */
import { useKnownScreen } from "@/app/known";
import { Corrections } from "@/people/sessions/Corrections";
import { SignInRules } from "@/people/sessions/SignInRules";
import { Network } from "@/people/zones/Network";

export function SignInRulesRoute() {
  return <SignInRules contact={useKnownScreen().me.contact} />;
}

export function NetworkRoute() {
  return <Network contact={useKnownScreen().me.contact} />;
}

export function CorrectionsRoute() {
  return <Corrections contact={useKnownScreen().me.contact} />;
}
