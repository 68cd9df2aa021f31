package outturn.outcome.statement;

import java.util.List;

/// What can be said about a statement. It is advice: those who benefit decide.
///
/// @param findings in the order of the rules
public record Advice(String statement, Slots slots, List<Finding> findings) {
  public Advice {
    findings = List.copyOf(findings);
  }

  /// What a statement tells.
  public enum Kind {
    /// What changes for whom.
    OUTCOME,
    /// What is done or made, or nothing that could be seen.
    OUTPUT
  }

  public Kind kind() {
    return findings.stream().anyMatch(each -> each.severity() == Severity.ERROR)
        ? Kind.OUTPUT
        : Kind.OUTCOME;
  }
}
