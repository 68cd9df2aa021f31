import { Dialog } from "../parts/Dialog";
import { words } from "../text/words";
import { homes } from "./pages";

/** What the keys do. */
export function Shortcuts({ open, close }: { open: boolean; close: () => void }) {
  return (
    <Dialog open={open} close={close} label={words.account.shortcuts}>
      <h2>{words.account.shortcuts}</h2>
      <table>
        <tbody>
          <tr>
            <th scope="row">{words.search.open}</th>
            <td>
              <kbd>Ctrl K</kbd> <kbd>/</kbd>
            </td>
          </tr>
          {homes
            .flatMap((home) => home.pages)
            .map((page) => (
              <tr key={page.path}>
                <th scope="row">{page.title}</th>
                <td>
                  <kbd>g</kbd> <kbd>{page.key}</kbd>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </Dialog>
  );
}
