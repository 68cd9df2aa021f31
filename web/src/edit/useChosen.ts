import { useSearchParams } from "wouter";
import { queries } from "../api/client";
import type { Files } from "./drafts";

/** The file of the address; that of a workflow when one is named; else the first. And how to choose another. */
export function useChosen(files: Files): [string | undefined, (path: string) => void] {
  const [search, setSearch] = useSearchParams();
  const workflow = search.get("workflow");
  const asked = queries.useQuery("get", "/api/v1/workflows/{name}/versions", { params: { path: { name: workflow ?? "" } } }, { enabled: workflow !== null });
  const first = workflow !== null && asked.isPending ? undefined : Object.keys(files).sort()[0];
  const choose = (path: string) =>
    setSearch(
      (old) => {
        old.delete("workflow");
        old.set("file", path);
        return old;
      },
      { replace: search.has("file") },
    );
  return [search.get("file") ?? asked.data?.file ?? first, choose];
}
