package outturn.evidence.sdid;

import java.util.Optional;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.panel.Panel;

/// Says what a treatment changed in units that started together, by differences of differences of
/// weighted controls and weighted periods.
///
/// Arkhangelsky, Athey, Hirshberg, Imbens, Wager, *Synthetic difference-in-differences*, American
/// Economic Review 111 (2021), 4088-4118. Assumes that controls were not touched, and that treated
/// and weighted controls would have gone on in parallel. The standard error is that of placebos,
/// algorithm 4: as many controls as are treated are taken for them, with the others as controls; it
/// assumes that treated units vary as controls do. Where one unit is treated, each control is its
/// placebo once and nothing is drawn. p is the share of the placebos, and of the estimate itself,
/// that are as far from 0; it is exact if any units could have been the treated ones.
public final class Sdid {
  static final int LEAST_BEFORE = 4;
  private static final int LEAST_CONTROLS = 3;
  private static final int MOST_CONTROLS = 500;
  private static final int LEAST_DRAWS = 50;
  private static final int MOST_DRAWS = 10_000;

  private Sdid() {}

  /// @param panel with treated units that start together; all others are controls
  public static Answer<SdidResult> analyse(Panel panel, SdidOptions options) {
    Optional<Refusal> refusal = panel(panel).or(() -> options(options));
    return refusal.isPresent()
        ? new Answer.Refused<>(refusal.get())
        : new SdidReader(panel, options).result();
  }

  private static Optional<Refusal> panel(Panel panel) {
    if (panel.cohorts().length > 1) {
      return no(
          Reason.IRREGULAR_PERIODS,
          "Expected treated units that start together, found %d different starts; analyse each alone."
              .formatted(panel.cohorts().length));
    }
    if (panel.cohorts()[0] < LEAST_BEFORE) {
      return no(
          Reason.TOO_FEW,
          "Expected at least %d periods before the start, found %d; begin earlier."
              .formatted(LEAST_BEFORE, panel.cohorts()[0]));
    }
    int controls = panel.controls().length;
    int least = Math.max(LEAST_CONTROLS, panel.treated().length + 2);
    if (controls < least) {
      return no(
          Reason.TOO_FEW,
          "Expected at least %d controls, of which some can stand for the treated, found %d; add"
                  .formatted(least, controls)
              + " untreated units.");
    }
    return controls <= MOST_CONTROLS
        ? Optional.empty()
        : no(
            Reason.OUT_OF_RANGE,
            "Expected at most %d controls, found %d; keep those that are like the treated units."
                .formatted(MOST_CONTROLS, controls));
  }

  private static Optional<Refusal> options(SdidOptions options) {
    if (options.draws() < LEAST_DRAWS || options.draws() > MOST_DRAWS) {
      return no(
          Reason.OUT_OF_RANGE,
          "Expected %d to %d draws, found %d; 200 will do."
              .formatted(LEAST_DRAWS, MOST_DRAWS, options.draws()));
    }
    return options.level() > 0 && options.level() < 1
        ? Optional.empty()
        : no(
            Reason.OUT_OF_RANGE,
            "Expected a level between 0 and 1, found %s; 0.95 is usual."
                .formatted(options.level()));
  }

  private static Optional<Refusal> no(Reason reason, String text) {
    return Optional.of(new Refusal(reason, text));
  }
}
