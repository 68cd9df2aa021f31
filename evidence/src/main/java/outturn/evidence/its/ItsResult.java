package outturn.evidence.its;

import java.util.List;
import outturn.evidence.estimate.Grounds;

/// An analysis with all that must be told beside its effects.
public record ItsResult(
    Effects effects,
    Chart chart,
    Residuals residuals,
    Periods periods,
    Placebo placebo,
    List<SensitivityRow> sensitivity,
    Grounds grounds) {
  public ItsResult {
    sensitivity = List.copyOf(sensitivity);
  }
}
