package outturn.store.project;

/// What happens to objects of a project that are in force and no longer in its folder.
public enum Prune {
  /// They stay in force as they were.
  KEEP,
  /// They are removed; runs of theirs go on to their end.
  REMOVE
}
