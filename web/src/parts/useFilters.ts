import { useSearchParams } from "wouter";

/** What is chosen on a page lives in its address, so that it can be shared; an empty value is left out. */
export function useFilters(): [(key: string) => string, (key: string, value: string) => void] {
  const [search, setSearch] = useSearchParams();
  const set = (key: string, value: string) =>
    setSearch(
      (old) => {
        if (value) old.set(key, value);
        else old.delete(key);
        return old;
      },
      { replace: true },
    );
  return [(key) => search.get(key) ?? "", set];
}
