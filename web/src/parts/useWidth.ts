import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** The widest of some widths that fits into an element, so that a drawing is asked for again only when it pays. */
export function useWidth<T extends HTMLElement>(widths: number[]): [RefObject<T | null>, number] {
  const element = useRef<T>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return;
    const look = () => setWidth(widestOf(widths, watched.clientWidth));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [widths]);
  return [element, width];
}

export function widestOf(widths: number[], room: number): number {
  const fitting = widths.filter((each) => each <= room);
  return fitting.length > 0 ? Math.max(...fitting) : Math.min(...widths);
}
