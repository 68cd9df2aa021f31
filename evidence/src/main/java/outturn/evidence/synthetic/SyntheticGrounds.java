package outturn.evidence.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Assumption.State;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.estimate.Warning;
import outturn.evidence.panel.Panel;

/// Says what a synthetic control takes for granted, and what to be careful about.
final class SyntheticGrounds {
  private SyntheticGrounds() {}

  static Grounds of(Panel panel, SyntheticOptions options, Placebo own, Robustness robustness) {
    return new Grounds(
        word(options),
        panel.units().size() * panel.periods(),
        List.of(
            new Assumption(
                "donors-untouched",
                State.NOT_TESTABLE,
                "The treatment changed nothing in the donors, and nothing else changed only in %s."
                    .formatted(own.donor())),
            inTime(own, robustness)),
        warnings(panel, own, robustness),
        OptionalLong.empty());
  }

  private static String word(SyntheticOptions options) {
    return switch (options.search()) {
      case EXACT -> "synthetic-control";
      case FRANK_WOLFE -> "synthetic-control-frank-wolfe";
    };
  }

  private static Assumption inTime(Placebo own, Robustness robustness) {
    String name = "no-effect-where-none-was";
    if (robustness.fakeStarts().isEmpty()) {
      return new Assumption(
          name, State.NOT_TESTABLE, "There are too few periods before the start to try fake ones.");
    }
    double largest =
        robustness.fakeStarts().stream().mapToDouble(f -> Math.abs(f.effect())).max().orElse(0);
    return new Assumption(
        name,
        largest > Math.abs(own.effect()) / 2 ? State.DOUBTFUL : State.HOLDS,
        String.format(
            Locale.ROOT,
            "At fake starts before the real one the largest effect is %.3g, at the real one %.3g.",
            largest,
            Math.abs(own.effect())));
  }

  private static List<Warning> warnings(Panel panel, Placebo own, Robustness robustness) {
    List<Warning> warnings = new ArrayList<>();
    int donors = panel.controls().length;
    int before = panel.start(panel.treated()[0]);
    if (donors > before) {
      warnings.add(
          new Warning(
              "more-donors-than-periods",
              "%d donors for %d periods before the start: the fit may be by chance."
                  .formatted(donors, before)));
    }
    if (donors < 19) {
      warnings.add(
          new Warning(
              "few-donors",
              "With %d donors p cannot be below %s."
                  .formatted(donors, String.format(Locale.ROOT, "%.2f", 1.0 / (donors + 1)))));
    }
    if (robustness.withoutDonors().stream().anyMatch(other -> other.effect() * own.effect() <= 0)) {
      warnings.add(
          new Warning(
              "one-donor-decides",
              "Without one of the donors the effect has the other sign or is gone."));
    }
    return warnings;
  }
}
