package outturn.outcome.step;

import java.util.List;

/// The checks of a step. It is passed when none fails.
public record Gate(Step step, List<Check> checks) {
  public Gate {
    checks = List.copyOf(checks);
  }

  public boolean isPassed() {
    return failed().isEmpty();
  }

  public List<Check> failed() {
    return with(Verdict.FAIL);
  }

  public List<Check> with(Verdict verdict) {
    return checks.stream().filter(each -> each.verdict() == verdict).toList();
  }
}
