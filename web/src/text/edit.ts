const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const editText = {
  title: "Edit",
  lead: (n: number) =>
    n === 0 ? "No project is in force yet." : `${count(n, "project is", "projects are")} in force. Choose one to read its files, change them, see what that would change, and put it in force.`,
  empty: "Put the files of a project in force once from a folder; from then on they can be read and changed here.",
  columns: { name: "Project", number: "Version", applied: "Put in force", by: "By", has: "Has" },
  has: (workflows: number, measures: number, outcomes: number) =>
    [count(workflows, "workflow", "workflows"), count(measures, "measure", "measures"), count(outcomes, "outcome", "outcomes")].join(", "),
  project: {
    lead: (number: number, when: string, by: string, changed: number) =>
      `Version ${number}, put in force ${when} by ${by}. ${changed === 0 ? "You have changed nothing." : `You have changed ${count(changed, "file", "files")}; nothing is in force before you apply.`}`,
    all: "All projects",
    git: "If these files are kept in git, make the same change there: whoever applies from a folder next puts that folder in force. With `repository` in outturn.yaml nobody changes them here.",
    files: "Files",
    add: "New file",
    addPath: "Path, such as workflows/nightly.yaml",
    addBad: "There is such a file already, or this is no path within the project.",
    create: "Create",
    remove: "Remove this file",
    restore: "As it is in force",
    gone: "This file is removed when you apply.",
    binary: "This file is no text; it is carried as it is.",
    none: "Choose a file.",
    changed: "changed",
    fresh: "new",
    removed: "removed",
    editor: (path: string) => `${path}`,
    errorsIn: (n: number) => count(n, "error", "errors"),
  },
  kept: {
    lead: (number: number, when: string, by: string) => `Version ${number}, put in force ${when} by ${by}. These files are read here, and changed where they are kept.`,
    where: "They are kept at",
    change: ". Change them there, and put them in force from there with",
    binary: "This file is no text.",
  },
  check: {
    ask: "Check",
    title: "What it would change",
    fresh: "Check first: apply puts in force only what was checked.",
    errors: (n: number) => `${count(n, "error is", "errors are")} in the files; nothing can be put in force.`,
    at: (file: string, line: number, column: number) => `${file}, line ${line}, column ${column}`,
    nothing: "Nothing: the server has exactly this.",
    summary: (created: number, changed: number, files: number) =>
      `${[created > 0 && `${created} new`, changed > 0 && `${changed} changed`, files > 0 && `${count(files, "other file", "other files")} different`].filter(Boolean).join(", ") || "No object is different"}.`,
    absent: (names: string) => `No longer in the files, and still in force: ${names}.`,
    prune: "Take these out of force too",
    columns: { action: "", object: "Object", field: "What", from: "Now", to: "Then" },
    actions: { create: "new", change: "changed", remove: "gone", keep: "same" } as Record<string, string>,
    text: "The same as the command line says it",
    lines: "Lines that changed",
    locked: "This changes what is locked of an analysis plan. Say why: it is shown with the analysis from then on.",
    amend: "Why the locked plan is changed",
    lockedOf: (outcome: string) => `Outcome ${outcome}`,
  },
  moved: {
    say: (from: number, to: number) => `Version ${to} was put in force since you opened version ${from}. To apply yours now would undo that, so it is refused.`,
    take: (n: number) => `Take the newest version and keep my ${count(n, "changed file", "changed files")}`,
  },
  apply: {
    ask: "Apply",
    title: (project: string) => `Put ${project} in force`,
    say: "New runs go by it from now on; runs under way keep the version that they began with.",
    reason: "Why (kept in the audit trail)",
    done: (number: number) => `Version ${number} is in force.`,
  },
  leave: "There are changes that are not applied.",
};
