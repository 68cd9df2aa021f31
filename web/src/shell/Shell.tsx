import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { api } from "../api/client";
import { mayAnywhere, useMe } from "../access/roles";
import { words } from "../text/words";
import { homeOf, homes, pageOf } from "./pages";
import { Palette } from "./Palette";
import { Shortcuts } from "./Shortcuts";
import { chooseTheme, chosenTheme, type Theme } from "./theme";
import { useKeys } from "./useKeys";

/** The masthead with its two homes, the pages of the home one is in, and the page itself. */
export function Shell({ children }: { children: ReactNode }) {
  const [path] = useLocation();
  const [finding, setFinding] = useState(false);
  const [helping, setHelping] = useState(false);
  const main = useRef<HTMLElement>(null);
  useKeys({ find: useCallback(() => setFinding(true), []), help: useCallback(() => setHelping(true), []) });

  // A new page begins at its top, and is where the keyboard goes on.
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else {
      window.scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
  }, [path]);

  const home = homeOf(path);
  const page = pageOf(path);
  const me = useMe();
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="masthead">
        <Link href="/" className="wordmark">
          {words.product}
        </Link>
        <nav className="homes" aria-label={words.product}>
          {homes.map((each) => (
            <Link key={each.title} href={each.pages[0]?.path ?? "/"} aria-current={each === home ? "true" : undefined}>
              {each.title}
            </Link>
          ))}
        </nav>
        <div className="tools">
          <button type="button" className="find muted" onClick={() => setFinding(true)}>
            {words.search.open} <kbd>Ctrl K</kbd>
          </button>
          <Account help={() => setHelping(true)} />
        </div>
      </header>
      {home && (
        <nav className="pages" aria-label={home.title}>
          {home.pages
            .filter((each) => each.needs === undefined || mayAnywhere(me, each.needs))
            .map((each) => (
              <Link key={each.path} href={each.path} aria-current={each === page ? "page" : undefined} ref={each === page ? seen : undefined}>
                {each.title}
              </Link>
            ))}
        </nav>
      )}
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <Palette open={finding} close={() => setFinding(false)} />
      <Shortcuts open={helping} close={() => setHelping(false)} />
    </>
  );
}

/** On a narrow screen the bar is longer than the window: the page one is on is in sight. */
function seen(link: HTMLAnchorElement | null) {
  const bar = link?.parentElement;
  if (link && bar) bar.scrollLeft = link.offsetLeft - (bar.clientWidth - link.clientWidth) / 2;
}

function Account({ help }: { help: () => void }) {
  const me = useMe();
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  const take = (chosen: Theme) => {
    chooseTheme(chosen);
    setTheme(chosen);
  };
  return (
    <details className="menu">
      <summary>{me?.user}</summary>
      <div>
        <label className="field">
          {words.theme.label}
          <select value={theme} onChange={(event) => take(event.target.value as Theme)}>
            <option value="system">{words.theme.system}</option>
            <option value="light">{words.theme.light}</option>
            <option value="dark">{words.theme.dark}</option>
          </select>
        </label>
        <Link className="button plain" href="/account" onClick={(event) => event.currentTarget.closest("details")?.removeAttribute("open")}>
          {words.pages.account}
        </Link>
        <button type="button" className="plain" onClick={help}>
          {words.account.shortcuts} <kbd>?</kbd>
        </button>
        <button type="button" className="plain" onClick={signOut}>
          {words.account.signOut}
        </button>
      </div>
    </details>
  );
}

async function signOut() {
  await fetch("/logout", { method: "POST", headers: { "X-Outturn": "1" } });
  await api.GET("/api/v1/me");
}
