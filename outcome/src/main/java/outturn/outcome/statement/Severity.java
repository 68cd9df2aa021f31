package outturn.outcome.statement;

/// How much a finding weighs: what has an error is no outcome, the others are advice.
public enum Severity {
  ERROR,
  WARN,
  INFO
}
