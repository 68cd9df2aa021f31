import { type ReactNode, useEffect, useRef } from "react";

/** A dialog of the browser itself: the focus stays within, Escape closes it. */
export function Dialog(props: { open: boolean; close: () => void; label: string; className?: string; children: ReactNode }) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (dialog === null) return;
    if (props.open && !dialog.open) dialog.showModal();
    if (!props.open && dialog.open) dialog.close();
  }, [props.open]);
  return (
    <dialog
      ref={element}
      aria-label={props.label}
      className={props.className}
      onClose={props.close}
      onClick={(event) => event.target === element.current && props.close()}
    >
      {props.open && props.children}
    </dialog>
  );
}
