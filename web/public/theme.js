// Before anything is drawn: the theme that this browser chose, so that no page flashes in the other one.
try {
  const chosen = localStorage.getItem("outturn-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Without storage the system's theme holds.
}
