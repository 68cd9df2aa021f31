package outturn.outcome.chain;

import java.util.Locale;

/// What a node of the chain is; each leads to those after it.
public enum Kind {
  LEVER,
  OUTPUT,
  OUTCOME,
  BENEFIT,
  OBJECTIVE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The id of a node: `lever:one-visit/training`.
  String id(String name) {
    return word() + ":" + name;
  }
}
