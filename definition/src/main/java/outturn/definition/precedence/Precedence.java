package outturn.definition.precedence;

import java.util.Optional;

/// How a workflow's runs stand among others.
///
/// @param priority of its tasks that have none of their own; see [Priority]
/// @param concurrency how many of its runs may run at once, if not any number
public record Precedence(int priority, Optional<Concurrency> concurrency) {
  public static final Precedence USUAL = new Precedence(Priority.USUAL, Optional.empty());
}
