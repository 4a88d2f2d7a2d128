/** What is for guests alone, in one piece: coming by an invitation, the promise, and the word at the end. */
import { useNavigate } from "@tanstack/react-router";

import type { Farewell } from "@/generated/wire";
import { FarewellScreen } from "@/talk/guests/FarewellScreen";
import { Invited } from "@/talk/guests/Invited";
import type { Ticket } from "@/talk/guests/invitation";
import { PromiseScreen } from "@/talk/guests/PromiseScreen";

export function Come({ ticket, onDone }: { ticket: Ticket; onDone: () => void }) {
  const navigate = useNavigate();
  const leave = () => {
    onDone();
    void navigate({ to: "/rooms" });
  };
  return <Invited ticket={ticket} onCome={leave} onSignIn={leave} />;
}

export function Promising({ contact, onSignOut }: { contact: string; onSignOut: () => void }) {
  return <PromiseScreen contact={contact} onSignOut={onSignOut} />;
}

export function Over({ farewell, onSignIn }: { farewell: Farewell; onSignIn: () => void }) {
  return <FarewellScreen farewell={farewell} onSignIn={onSignIn} />;
}
