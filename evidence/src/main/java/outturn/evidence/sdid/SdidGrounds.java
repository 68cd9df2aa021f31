package outturn.evidence.sdid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Assumption.State;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.estimate.Warning;
import outturn.evidence.panel.Panel;

/// Says what a synthetic difference in differences takes for granted, and what to be careful about.
final class SdidGrounds {
  private static final int FEW_CONTROLS = 19;

  private final Panel panel;
  private final SdidOptions options;

  SdidGrounds(Panel panel, SdidOptions options) {
    this.panel = panel;
    this.options = options;
  }

  Grounds of(double effect, List<FakeStart> fakes) {
    return new Grounds(
        word(),
        panel.units().size() * panel.periods(),
        List.of(
            new Assumption(
                "controls-untouched",
                State.NOT_TESTABLE,
                "The treatment changed nothing in the controls, and nothing else changed only in the"
                    + " treated."),
            new Assumption(
                "equal-variation",
                State.NOT_TESTABLE,
                "The treated vary as much as the controls, from which the error comes."),
            inTime(effect, fakes)),
        warnings(),
        panel.treated().length == 1 ? OptionalLong.empty() : OptionalLong.of(options.seed()));
  }

  private String word() {
    return switch (options.search()) {
      case FRANK_WOLFE -> "synthetic-difference-in-differences";
      case EXACT -> "synthetic-difference-in-differences-exact";
    };
  }

  private static Assumption inTime(double effect, List<FakeStart> fakes) {
    String name = "no-effect-where-none-was";
    if (fakes.isEmpty()) {
      return new Assumption(
          name, State.NOT_TESTABLE, "There are too few periods before the start to try fake ones.");
    }
    double largest = fakes.stream().mapToDouble(f -> Math.abs(f.effect())).max().orElse(0);
    return new Assumption(
        name,
        largest > Math.abs(effect) / 2 ? State.DOUBTFUL : State.HOLDS,
        String.format(
            Locale.ROOT,
            "At fake starts before the real one the largest effect is %.3g, at the real one %.3g.",
            largest,
            Math.abs(effect)));
  }

  private List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    int controls = panel.controls().length;
    if (controls < FEW_CONTROLS) {
      String text =
          panel.treated().length == 1
              ? String.format(
                  Locale.ROOT,
                  "With %d controls p cannot be below %.2f.",
                  controls,
                  1.0 / (controls + 1))
              : "Only %d controls: the placebos resemble each other, so the error is uncertain."
                  .formatted(controls);
      warnings.add(new Warning("few-controls", text));
    }
    return warnings;
  }
}
