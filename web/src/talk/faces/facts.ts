/** What facts about faces do to the page: whoever is shown with another one now is asked for anew. */
import type { Handlers } from "@/platform/facts";
import { pictures } from "@/ui/pictures";

export const facesKey = ["faces"] as const;

export const faceFacts: Handlers<"faces.brought" | "faces.refused" | "faces.changed" | "faces.room_changed"> =
  {
    "faces.brought": (cache) => void cache.invalidateQueries({ queryKey: facesKey }),
    "faces.refused": (cache) => void cache.invalidateQueries({ queryKey: facesKey }),
    "faces.changed": (cache, { body }) => {
      pictures.onChanged(body.account_id);
      void cache.invalidateQueries({ queryKey: facesKey });
    },
    "faces.room_changed": (cache, { body }) => {
      pictures.onChanged(body.room_id);
      void cache.invalidateQueries({ queryKey: facesKey });
    },
  };
