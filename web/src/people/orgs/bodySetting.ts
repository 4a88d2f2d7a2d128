/** One setting of the body, as whoever runs it reads and changes it. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api } from "@/platform/api";

const keyOf = (name: string) => ["settings", name];

export function useBodySetting<Value>(name: string) {
  return useQuery({
    queryKey: keyOf(name),
    queryFn: async ({ signal }) => {
      const found = await api.get("/api/settings/{name}", { path: { name }, signal });
      // The server describes settings of all features as one; each is read there with the model of its own.
      return { ...found, value: found.value as Value };
    },
  });
}

export function useDecide<Value extends object>(name: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (value: Value): Promise<void> => {
      await api.put("/api/settings/{name}", {
        path: { name },
        body: Object.fromEntries(Object.entries(value)),
      });
    },
    onSettled: () => cache.invalidateQueries({ queryKey: keyOf(name) }),
  });
}
