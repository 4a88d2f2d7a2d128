/** The way in to what stands in for a WebSocket. Loaded only where it is needed. */
import type { Carrier } from "@/platform/carriers";
import { Events } from "@/platform/events";
import { Polls } from "@/platform/polls";
import { takeSeat } from "@/platform/seats";
import type { Ears, Mouth } from "@/platform/socket";

export async function standIn(carrier: Carrier, ears: Ears): Promise<Mouth> {
  const seat = await takeSeat();
  if (carrier !== "events" || !seat) return new Polls(ears, seat);
  const events = new Events(ears, seat);
  events.hearOn();
  return events;
}
