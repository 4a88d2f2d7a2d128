/** What is asked of the server about organizations and their units. */
import { useMutation, useQuery } from "@tanstack/react-query";

import type { ArrangedUnit, OrganizationId, UnitId } from "@/generated/wire";
import { useOnceKey } from "@/people/access/once";
import { treeKey } from "@/people/orgs/keys";
import { api } from "@/platform/api";

export interface UnitWords {
  name: string;
  short_name: string;
  kind: string;
  code: string | null;
  place: string;
  floor: string;
  extension: string;
}

export interface Place {
  unit_id: UnitId;
  parent_id: UnitId | null;
  before: UnitId | null;
}

export function useHalls() {
  return useQuery({
    queryKey: [...treeKey, "halls"],
    queryFn: async ({ signal }) => (await api.get("/api/organizations", { signal })).organizations,
  });
}

export function useTree(organization_id: OrganizationId | null) {
  return useQuery({
    queryKey: [...treeKey, "units", organization_id],
    enabled: organization_id !== null,
    queryFn: async ({ signal }) => {
      if (organization_id === null) return [];
      const path = { organization_id };
      return (await api.get("/api/organizations/{organization_id}/units", { path, signal })).units;
    },
  });
}

export function useAddUnit(organization_id: OrganizationId) {
  const key = useOnceKey();
  return useMutation({
    mutationFn: (unit: { parent_id: UnitId | null; name: string; kind: string }) =>
      api.post("/api/organizations/{organization_id}/units", {
        path: { organization_id },
        body: { request_key: key.current(), ...unit },
      }),
    onSuccess: key.renew,
  });
}

export function useChangeUnit() {
  return useMutation({
    mutationFn: ({ unit, words }: { unit: ArrangedUnit; words: Partial<UnitWords> }) =>
      api.put("/api/units/{unit_id}", {
        path: { unit_id: unit.unit_id },
        body: { ...wordsOf(unit), ...words, last_change: unit.last_change },
      }),
  });
}

export function wordsOf({ name, short_name, kind, code, place, floor, extension }: ArrangedUnit): UnitWords {
  return { name, short_name, kind, code, place, floor, extension };
}

export function usePlaceUnit() {
  return useMutation({
    mutationFn: async ({ unit_id, parent_id, before }: Place): Promise<void> => {
      await api.put("/api/units/{unit_id}/place", { path: { unit_id }, body: { parent_id, before } });
    },
  });
}

export function useCloseUnit() {
  return useMutation({
    mutationFn: async ({ unit_id, successor_id }: { unit_id: UnitId; successor_id: UnitId | null }) => {
      await api.put("/api/units/{unit_id}/closing", { path: { unit_id }, body: { successor_id } });
    },
  });
}

export function useReopenUnit() {
  return useMutation({
    mutationFn: async (unit_id: UnitId): Promise<void> => {
      await api.delete("/api/units/{unit_id}/closing", { path: { unit_id } });
    },
  });
}

export function useUnitHistory(unit_id: UnitId) {
  return useQuery({
    queryKey: [...treeKey, "history", unit_id],
    queryFn: ({ signal }) => api.get("/api/units/{unit_id}/history", { path: { unit_id }, signal }),
  });
}

export function useAddHall() {
  const key = useOnceKey();
  return useMutation({
    mutationFn: (name: string) =>
      api.post("/api/organizations", { body: { request_key: key.current(), name } }),
    onSuccess: key.renew,
  });
}

/** Open units as a list to choose from: each with its depth before its name, as the tree stands. */
export function unitOptions(units: readonly ArrangedUnit[]): { value: string; says: string }[] {
  return units
    .filter((unit) => unit.closed_at === null)
    .map((unit) => ({
      value: unit.unit_id,
      says: `${"　".repeat(unit.path.split(" ").length - 1)}${unit.name}`,
    }));
}
