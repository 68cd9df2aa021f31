/** Calls at most once in a while, and once more for what came meanwhile. */
export interface Pace {
  ask: () => void;
  stop: () => void;
}

/**
 * @param call is called at once, or when the wait since the call before is over
 * @param wait how long that is, in milliseconds, as things are then
 */
export function paced(call: () => void, wait: () => number, now: () => number = () => performance.now()): Pace {
  let last = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    timer = undefined;
    last = now();
    call();
  };
  return {
    ask: () => {
      if (timer !== undefined) return;
      const left = last + wait() - now();
      if (left <= 0) run();
      else timer = setTimeout(run, left);
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
