package outturn.definition.outcome;

import java.time.LocalDate;
import java.util.List;
import outturn.definition.outcome.Outcome.Baseline;
import outturn.definition.outcome.Outcome.Goal;
import outturn.definition.outcome.Outcome.Sustain;
import outturn.definition.outcome.Outcome.Target;
import outturn.definition.outcome.Outcome.Trajectory;
import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Position;
import outturn.definition.text.Problems;

/// Reads `measures:` of an outcome.
final class GoalReader {
  private static final Key<Placed<String>> MEASURE =
      Key.required("measure", Forms.name().placed(), "The measure.");

  private static final Key<LocalDate> FROM = Key.required("from", Forms.date(), "First day.");
  private static final Key<LocalDate> TO = Key.required("to", Forms.date(), "Last day.");
  private static final Shape BASELINE_SHAPE = new Shape("baseline", FROM, TO);
  private static final Key<Values> BASELINE =
      Key.optional("baseline", BASELINE_SHAPE.form(), "The frozen before; both days included.");

  private static final Key<Integer> PERIODS =
      Key.required("periods", Forms.whole(1, 1000), "How many must reach it.");
  private static final Key<Integer> OF =
      Key.required("of", Forms.whole(1, 1000), "Of how many in a row.");
  private static final Shape SUSTAIN_SHAPE = new Shape("sustain rule", PERIODS, OF);

  private static final Key<Double> VALUE =
      Key.required("value", Forms.number(), "In the measure's unit.");
  private static final Key<LocalDate> BY = Key.required("by", Forms.date(), "The promised day.");
  private static final Key<Values> SUSTAIN =
      Key.optional("sustain", SUSTAIN_SHAPE.form(), "How long it must last.");
  private static final Shape TARGET_SHAPE = new Shape("target", VALUE, BY, SUSTAIN);
  private static final Key<Values> TARGET =
      Key.optional("target", TARGET_SHAPE.form(), "The promised after.");

  private static final Key<Trajectory> TRAJECTORY =
      Key.optional("trajectory", Choices.of(Trajectory.class), "The planned path; linear.");

  private static final Shape SHAPE = new Shape("goal", MEASURE, BASELINE, TARGET, TRAJECTORY);
  static final Key<List<Values>> MEASURES =
      Key.optional("measures", Groups.list(SHAPE.form()), "What shows that it came about.");

  private final Uses uses;
  private final Problems problems;

  GoalReader(Uses uses, Problems problems) {
    this.uses = uses;
    this.problems = problems;
  }

  Goal read(Values values) {
    var baseline = values.find(BASELINE).map(this::baseline);
    var target = values.find(TARGET).map(this::target);
    if (baseline.isPresent()
        && target.isPresent()
        && !baseline.get().to().isBefore(target.get().by())) {
      problems.add(
          baselineEnd(values),
          "baseline-too-late",
          "the baseline ends on %s, the target is due by %s"
              .formatted(baseline.get().to(), target.get().by()),
          "end the baseline before the work begins");
    }
    return new Goal(
        values.find(MEASURE).map(measure -> uses.note(Use.Target.MEASURE, measure)).orElse(""),
        baseline,
        target,
        values.get(TRAJECTORY, Trajectory.LINEAR));
  }

  /// Where the last day of a goal's baseline is written.
  static Position baselineEnd(Values goal) {
    return goal.find(BASELINE).map(baseline -> baseline.position(TO)).orElse(goal.position());
  }

  private Baseline baseline(Values values) {
    var from = values.get(FROM, LocalDate.MIN);
    var to = values.get(TO, LocalDate.MIN);
    if (values.find(FROM).isPresent() && values.find(TO).isPresent() && to.isBefore(from)) {
      problems.add(
          values.position(TO),
          "not-in-order",
          "the baseline ends before it begins",
          "swap the two");
    }
    return new Baseline(from, to);
  }

  private Target target(Values values) {
    return new Target(
        values.get(VALUE, 0.0),
        values.get(BY, LocalDate.MAX),
        values.find(SUSTAIN).map(this::sustain));
  }

  private Sustain sustain(Values values) {
    var sustain = new Sustain(values.get(PERIODS, 1), values.get(OF, 1000));
    if (sustain.periods() > sustain.of()) {
      problems.add(
          values.position(), "out-of-range", "periods cannot be more than of", "swap the two");
    }
    return sustain;
  }
}
