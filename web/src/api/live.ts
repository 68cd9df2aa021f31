import { useEffect, useRef } from "react";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** How long to wait before the n-th new try: doubled each time, up to a minute, and scattered by a half. */
export function waitBefore(tries: number, random: () => number = Math.random): number {
  const whole = Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS);
  return whole / 2 + (random() * whole) / 2;
}

/**
 * Listens to server-sent events while the page is in sight; begins anew, ever more slowly, when the connection
 * breaks. A hidden tab does not listen: it asks once when it is seen again.
 */
export function useLive(address: string | null, names: string[], heard: (name: string, data: string) => void): void {
  const newest = useRef(heard);
  newest.current = heard;
  const list = names.join(" ");
  useEffect(() => {
    if (address === null) return;
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let tries = 0;
    let over = false;

    const stop = () => {
      source?.close();
      source = undefined;
      clearTimeout(timer);
    };
    const listen = () => {
      stop();
      if (over || document.hidden) return;
      const opened = new EventSource(address);
      source = opened;
      opened.onopen = () => {
        tries = 0;
      };
      opened.onerror = () => {
        stop();
        if (!over) timer = setTimeout(listen, waitBefore(tries++));
      };
      for (const name of list.split(" ")) {
        opened.addEventListener(name, (event) => {
          if (name === "end") {
            over = true;
            stop();
          }
          newest.current(name, (event as MessageEvent<string>).data);
        });
      }
    };
    const seen = () => {
      if (document.hidden) stop();
      else {
        newest.current("seen", "");
        listen();
      }
    };
    listen();
    document.addEventListener("visibilitychange", seen);
    return () => {
      over = true;
      stop();
      document.removeEventListener("visibilitychange", seen);
    };
  }, [address, list]);
}
