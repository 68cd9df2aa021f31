import { type FormEvent, type ReactNode, useState } from "react";
import { useSearchParams } from "wouter";

/** What may be supposed, by the name that it has in the address. */
export type Fields<K extends string> = Record<K, { label: string; hint: string }>;

interface Words {
  title: string;
  say: string;
  ask: string;
  clear: string;
}

/** Asks what is to be supposed, and shows what would come of it. What is supposed is in the address. */
export function Suppose<K extends string>(props: { fields: Fields<K>; words: Words; children: (asked: Record<K, string>) => ReactNode }) {
  const { fields, words } = props;
  const keys = Object.keys(fields) as K[];
  const all = (value: (key: K) => string) => Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, string>;
  const [search, setSearch] = useSearchParams();
  const asked = all((key) => search.get(key) ?? "");
  const [typed, setTyped] = useState(asked);
  const take = (wish: Record<K, string>) =>
    setSearch(
      (old) => {
        for (const key of keys) {
          if (wish[key].trim()) old.set(key, wish[key].trim());
          else old.delete(key);
        }
        return old;
      },
      { replace: true },
    );
  const send = (event: FormEvent) => {
    event.preventDefault();
    take(typed);
  };
  const clear = () => {
    const empty = all(() => "");
    setTyped(empty);
    take(empty);
  };
  const nothing = keys.every((key) => !asked[key]);
  return (
    <section>
      <h2 id="what-if">{words.title}</h2>
      <p className="muted">{words.say}</p>
      <form onSubmit={send}>
        <div className="suppose">
          {keys.map((key) => (
            <label key={key} className="field">
              {fields[key].label}
              <input value={typed[key]} onChange={(event) => setTyped({ ...typed, [key]: event.target.value })} />
              <small>{fields[key].hint}</small>
            </label>
          ))}
        </div>
        <div className="row">
          <button type="submit" className="main" disabled={keys.every((key) => !typed[key].trim())}>
            {words.ask}
          </button>
          {!nothing && (
            <button type="button" onClick={clear}>
              {words.clear}
            </button>
          )}
        </div>
      </form>
      <div aria-live="polite" className="after">
        {!nothing && props.children(asked)}
      </div>
    </section>
  );
}
