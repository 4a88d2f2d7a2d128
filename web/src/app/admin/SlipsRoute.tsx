/** The slips of 管理. Whoever was chosen elsewhere comes along in the history, never in the address. */
import { useLocation } from "@tanstack/react-router";
import { useKnownScreen } from "@/app/known";
import { SlipsScreen } from "@/people/accounts/slips/SlipsScreen";

export function SlipsRoute() {
  const { me } = useKnownScreen();
  const { slipsFor } = useLocation().state;
  return <SlipsScreen contact={me.contact} chosen={slipsFor} />;
}
