import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { queries } from "../api/client";

/** Does something by the API, and has all that it may have changed read again. */
export function useAct(): { busy: boolean; error: unknown; act: (ask: () => Promise<{ error?: unknown }>) => Promise<boolean> } {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const act = async (ask: () => Promise<{ error?: unknown }>) => {
    setBusy(true);
    setError(null);
    const answer = await ask().catch((away: unknown) => ({ error: away }));
    setBusy(false);
    if (answer.error !== undefined) {
      setError(answer.error);
      return false;
    }
    await Promise.all(
      (["/api/v1/runs/{id}/overview", "/api/v1/runs/{id}/tasks/{task}", "/api/v1/runs"] as const).map((path) =>
        client.invalidateQueries({ queryKey: ["get", path] }),
      ),
    );
    return true;
  };
  return { busy, error, act };
}

/** The role of who looks; undefined until it is known. */
export function useRole(): string | undefined {
  return queries.useQuery("get", "/api/v1/me").data?.role;
}
