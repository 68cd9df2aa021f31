import { type RefObject, useState } from "react";
import { queries } from "../api/client";
import { type Fitting, fittingAt, type Schema } from "./fitting";
import { whereaboutsOf } from "./whereabouts";

const MOST = 100;

export interface Proposals {
  /** While the list is open, where the cursor stands. */
  open: { offset: number; chosen: number } | undefined;
  list: Fitting[];
  waiting: boolean;
  ask: () => void;
  close: () => void;
  moved: () => void;
  choose: (at: number) => void;
  take: (at: number) => void;
}

/** What the schema of documents lets stand at the cursor of an editor; asked for by whoever writes. */
export function useProposals(area: RefObject<HTMLTextAreaElement | null>, text: string): Proposals {
  const [open, setOpen] = useState<Proposals["open"]>();
  const schema = queries.useQuery("get", "/api/v1/project-schema", {}, { enabled: open !== undefined, staleTime: Number.POSITIVE_INFINITY });
  const where = open === undefined ? undefined : whereaboutsOf(text, open.offset);
  const list = where === undefined || schema.data === undefined ? [] : fittingAt(schema.data as Schema, where).slice(0, MOST);
  const here = () => area.current?.selectionStart ?? 0;
  return {
    open,
    list,
    waiting: schema.isLoading,
    ask: () => setOpen({ offset: here(), chosen: 0 }),
    close: () => setOpen(undefined),
    // What is typed on narrows the list; a cursor that goes elsewhere closes it.
    moved: () => {
      if (open === undefined || open.offset === here()) return;
      const next = whereaboutsOf(area.current?.value ?? "", here());
      setOpen(next !== undefined && next.from === where?.from ? { offset: here(), chosen: 0 } : undefined);
    },
    choose: (at) => open && setOpen({ ...open, chosen: Math.max(0, Math.min(at, list.length - 1)) }),
    take: (at) => {
      const fitting = list[at];
      const element = area.current;
      if (fitting === undefined || where === undefined || element === null) return;
      setOpen(undefined);
      element.focus();
      element.setSelectionRange(where.from, here());
      // Unlike a new value of the field, it can be undone.
      document.execCommand("insertText", false, fitting.writes);
    },
  };
}
