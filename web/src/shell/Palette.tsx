import { useId, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { queries } from "../api/client";
import { Dialog } from "../parts/Dialog";
import { mayAnywhere, useMe } from "../access/roles";
import { words } from "../text/words";
import { bestOf, type Place } from "./bestOf";
import { homes } from "./pages";

/** Goes to a page, a workflow, an outcome, a measure by its name. */
export function Palette({ open, close }: { open: boolean; close: () => void }) {
  return (
    <Dialog open={open} close={close} label={words.search.open} className="palette">
      <Search close={close} />
    </Dialog>
  );
}

function Search({ close }: { close: () => void }) {
  const [, go] = useLocation();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState(0);
  const list = useId();
  const places = usePlaces();
  const found = useMemo(() => bestOf(places, typed), [places, typed]);

  const take = (place: Place | undefined) => {
    if (place === undefined) return;
    close();
    go(place.path);
  };
  const pressed = (key: string) => {
    if (key === "ArrowDown") setChosen((at) => Math.min(at + 1, found.length - 1));
    else if (key === "ArrowUp") setChosen((at) => Math.max(at - 1, 0));
    else if (key === "Enter") take(found[chosen]);
    else return false;
    return true;
  };
  return (
    <>
      <input
        autoFocus
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-activedescendant={found.length > 0 ? `${list}-${chosen}` : undefined}
        aria-label={words.search.label}
        placeholder={words.search.label}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={(event) => pressed(event.key) && event.preventDefault()}
      />
      <ul id={list} role="listbox" aria-label={words.search.open}>
        {found.map((place, at) => (
          <li
            key={place.kind + place.path}
            id={`${list}-${at}`}
            role="option"
            aria-selected={at === chosen}
            ref={(item) => {
              if (at === chosen) item?.scrollIntoView?.({ block: "nearest" });
            }}
            onClick={() => take(place)}
            onMouseMove={() => setChosen(at)}
          >
            <span>{place.title}</span>
            <span className="kind">{place.kind}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p role="status">{words.search.nothing}</p>}
    </>
  );
}

function usePlaces(): Place[] {
  const me = useMe();
  const workflows = queries.useQuery("get", "/api/v1/workflows");
  const outcomes = queries.useQuery("get", "/api/v1/outcomes");
  const measures = queries.useQuery("get", "/api/v1/measures");
  return useMemo(
    () => [
      ...homes.flatMap((home) => home.pages.filter((page) => page.needs === undefined || mayAnywhere(me, page.needs)).map((page) => ({ title: page.title, path: page.path, kind: home.title }))),
      ...named(workflows.data?.items, "workflow", "/workflows/"),
      ...named(outcomes.data?.items, "outcome", "/outcomes/"),
      ...named(measures.data?.items, "measure", "/measures/"),
    ],
    [me, workflows.data, outcomes.data, measures.data],
  );
}

function named(items: unknown, kind: string, under: string): Place[] {
  if (!Array.isArray(items)) return [];
  return (items as { name: string; title?: string | null }[]).map((item) => ({
    title: item.title ? `${item.title} (${item.name})` : item.name,
    path: under + encodeURIComponent(item.name),
    kind,
  }));
}
