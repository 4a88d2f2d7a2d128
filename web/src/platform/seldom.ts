/** The sentences of managing, guests and other bodies: with this loaded they are at hand. */
import sentences from "@/generated/refusals.seldom.json";
import { learn } from "@/platform/catalogue";

learn(sentences);
