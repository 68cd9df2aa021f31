import { words } from "../text/words";
import { Page } from "./Page";

export function NotFound() {
  return (
    <Page title={words.notFound.title}>
      <p className="lead">{words.notFound.say}</p>
    </Page>
  );
}
