package outturn.definition.workflow;

import java.util.Optional;

/// Why an attempt failed, in kind and in words.
public record Failure(FailureKind kind, Optional<Integer> exitCode, String message) {

  public static Failure of(FailureKind kind, String message) {
    return new Failure(kind, Optional.empty(), message);
  }
}
