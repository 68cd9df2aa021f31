import { type ComponentType, useEffect, useState } from "react";
import { Loading } from "./Loading";

type Module<P> = { default: ComponentType<P> };

/**
 * A part whose script is loaded when it is first drawn; before that it shows that it loads. Unlike a Suspense of React,
 * which keeps what replaced a part for 300 ms at least, it shows the part as soon as its script is there.
 */
export function later<P extends object>(load: () => Promise<Module<P>>, lines = 6): ComponentType<P> {
  let asked: Promise<Module<P>> | undefined;
  let loaded: ComponentType<P> | undefined;
  const ask = () => {
    asked ??= load();
    return asked;
  };
  return function Later(props: P) {
    const [, setDone] = useState(false);
    useEffect(() => {
      if (loaded !== undefined) return;
      ask().then(
        (module) => {
          loaded = module.default;
          setDone(true);
        },
        (failure: unknown) => {
          // The next try asks again; this one fails as if the part itself had.
          asked = undefined;
          setDone(() => {
            throw failure;
          });
        },
      );
    }, []);
    const Part = loaded;
    return Part === undefined ? <Loading lines={lines} /> : <Part {...props} />;
  };
}
