import { useEffect } from "react";
import { useLocation } from "wouter";
import { homes } from "./pages";

const SECOND_KEY_MS = 1_200;

/** Keys that work on every page: Ctrl K or / to search, ? for help, g and a letter to go to a page. */
export function useKeys({ find, help }: { find: () => void; help: () => void }): void {
  const [, go] = useLocation();
  useEffect(() => {
    let pressedG = 0;
    const pressed = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        find();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || writes(event.target)) return;
      if (event.key === "/") {
        event.preventDefault();
        find();
      } else if (event.key === "?") {
        help();
      } else if (event.key === "g") {
        pressedG = event.timeStamp;
      } else if (event.timeStamp - pressedG < SECOND_KEY_MS) {
        pressedG = 0;
        const page = homes.flatMap((home) => home.pages).find((each) => each.key === event.key);
        if (page) go(page.path);
      }
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [find, help, go]);
}

/** Whoever writes, or answers a dialog, means letters as letters. */
function writes(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, dialog, [contenteditable]") !== null;
}
