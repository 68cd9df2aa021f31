package outturn.outcome.step;

import java.util.Locale;

/// A step that an outcome goes through, of those that have a gate.
public enum Step {
  /// Who gets what, in words of the business, and agreed by it.
  DESCRIBE("described"),
  /// A plan of people, process and technology, and a chance that its owner accepts.
  CONFIRM("confirmed"),
  /// Measures, frozen baselines, targets, worth, and what will be tested.
  QUANTIFY("quantified"),
  /// Live, with values that arrive, and all that happened beside it.
  TRACK("live"),
  /// Read on its day, and signed.
  DEMONSTRATE("demonstrated");

  private final String done;

  Step(String done) {
    this.done = done;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What an outcome is that has passed the gate: `described`.
  public String done() {
    return done;
  }
}
