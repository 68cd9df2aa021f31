import { useEffect, useRef, useState } from "react";
import { api } from "../api/client";
import { type Line, MOST_LINES, withMore } from "./log";

const PAGE = 500;
const LOOK_EVERY_MS = 1_500;

export interface Which {
  run: string;
  task: string;
  item?: number;
  attempt?: number;
}

/** The lines of a task: all that are there, then those that come while it runs. */
export function useLog(which: Which, live: boolean): { lines: Line[]; reading: boolean; error: unknown } {
  const [lines, setLines] = useState<Line[]>([]);
  const [reading, setReading] = useState(true);
  const [error, setError] = useState<unknown>(null);
  // A task that is done again goes on writing: then the reading goes on too, from where it was.
  const after = useRef<string | undefined>(undefined);
  const { run, task, item, attempt } = which;
  useEffect(() => {
    after.current = undefined;
    setLines([]);
    setReading(true);
    setError(null);
  }, [run, task, item, attempt]);
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      if (document.hidden) {
        timer = setTimeout(() => void read(), LOOK_EVERY_MS);
        return;
      }
      const query = {
        task,
        limit: PAGE,
        ...(item === undefined ? {} : { item }),
        ...(attempt === undefined ? {} : { attempt }),
        ...(after.current === undefined ? {} : { after: after.current }),
      };
      const answer = await api.GET("/api/v1/runs/{id}/logs", { params: { path: { id: run }, query } }).catch((away: unknown) => ({ error: away, data: undefined }));
      if (stopped) return;
      setReading(false);
      setError(answer.error ?? null);
      const page = answer.data;
      if (page !== undefined) {
        after.current = page.next;
        const found = page.items as Line[];
        if (found.length > 0) setLines((before) => withMore(before, found, MOST_LINES));
        if (found.length > 0) {
          void read();
          return;
        }
        if (page.ended && !live) return;
      }
      timer = setTimeout(() => void read(), LOOK_EVERY_MS);
    };
    void read();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [run, task, item, attempt, live]);
  return { lines, reading, error };
}
