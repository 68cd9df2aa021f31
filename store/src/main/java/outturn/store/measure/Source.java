package outturn.store.measure;

import outturn.engine.run.RunId;

/// Where an observation comes from.
public sealed interface Source {

  /// A run that collected it.
  record Run(RunId id) implements Source {}

  /// A person who entered it, by user name.
  record User(String name) implements Source {}
}
