import { useEffect, useMemo, useRef } from "react";
import { queries } from "../api/client";
import { useLive } from "../api/live";
import type { components } from "../api/schema";
import { paced } from "./pace";

export type Overview = components["schemas"]["RunOverview"];
export type TaskBrief = components["schemas"]["TaskBrief"];

const SHORTEST_WAIT_MS = 1_000;
/** A run that takes long to read is not read all the time. */
const TIMES_THE_READING = 4;
const HEARD = ["run", "tasks", "end"];

export const ended = (state: string) => ["succeeded", "failed", "cancelled"].includes(state);

/** A run, read again whenever the server tells that it has changed. */
export function useRun(id: string) {
  const query = queries.useQuery("get", "/api/v1/runs/{id}/overview", { params: { path: { id } } });
  const took = useRef(0);
  const asked = useRef(0);
  useEffect(() => {
    if (query.isFetching) asked.current = performance.now();
    else took.current = performance.now() - asked.current;
  }, [query.isFetching]);
  const refetch = query.refetch;
  const pace = useMemo(
    () => paced(() => void refetch(), () => Math.max(SHORTEST_WAIT_MS, took.current * TIMES_THE_READING)),
    [refetch],
  );
  useEffect(() => pace.stop, [pace]);
  const state = query.data?.state;
  const address = state === undefined || ended(state) ? null : `/api/v1/runs/${encodeURIComponent(id)}/events`;
  useLive(address, HEARD, pace.ask);
  return query;
}
