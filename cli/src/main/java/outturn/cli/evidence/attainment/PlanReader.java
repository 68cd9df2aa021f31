package outturn.cli.evidence.attainment;

import java.util.List;
import java.util.stream.Stream;
import outturn.cli.evidence.yaml.ThreePoints;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;
import outturn.evidence.attainment.Baseline;
import outturn.evidence.attainment.Contingency;
import outturn.evidence.attainment.ElementRule;
import outturn.evidence.attainment.Plan;
import outturn.evidence.attainment.Target;
import outturn.evidence.series.Series;
import outturn.evidence.xmr.Direction;

/// Reads a plan from YAML; whatever is wrong is told with its place.
final class PlanReader {
  private static final int MOST_PERIODS = 10_000;

  private static final Key<List<Double>> VALUES =
      Key.optional("values", Groups.list(Forms.number()), "The values before the plan.");
  private static final Key<Double> LEVEL =
      Key.optional("level", Forms.number(), "Where the measure stays without the plan.");
  private static final Key<Double> LEVEL_ERROR =
      Key.optional("levelError", Forms.number(), "The standard error of the level.");
  private static final Key<Double> DEVIATION =
      Key.optional("deviation", Forms.number(), "Of the values around the level.");
  private static final Key<Double> AUTOCORRELATION =
      Key.optional("autocorrelation", Forms.number(), "Of neighbouring values.");
  private static final Shape BASELINE_SHAPE =
      new Shape("baseline", VALUES, LEVEL, LEVEL_ERROR, DEVIATION, AUTOCORRELATION);
  private static final Key<Values> BASELINE =
      Key.required("baseline", BASELINE_SHAPE.form(), "The measure without the plan.");

  private static final Key<Double> VALUE =
      Key.required("value", Forms.number(), "What is to be reached.");
  private static final Key<Better> BETTER =
      Key.required("better", Choices.of(Better.class), "Which way the measure should go.");
  private static final Key<Integer> DUE =
      Key.required("due", Forms.whole(0, MOST_PERIODS), "The period, from 0.");
  private static final Key<Reached> REACHED =
      Key.optional("reached", Choices.of(Reached.class), "In the due period, or once by then.");
  private static final Key<Integer> PERIODS_OF_SUSTAIN =
      Key.required("periods", Forms.whole(1, MOST_PERIODS), "So many.");
  private static final Key<Integer> OF =
      Key.required("of", Forms.whole(1, MOST_PERIODS), "Of the last so many.");
  private static final Shape SUSTAIN_SHAPE = new Shape("sustain", PERIODS_OF_SUSTAIN, OF);
  private static final Key<Values> SUSTAIN =
      Key.optional("sustain", SUSTAIN_SHAPE.form(), "How long it must last.");
  private static final Shape TARGET_SHAPE =
      new Shape("target", VALUE, BETTER, DUE, REACHED, SUSTAIN);
  private static final Key<Values> TARGET =
      Key.required("target", TARGET_SHAPE.form(), "What counts as reaching it.");

  private static final Key<String> NAME = Key.required("name", Forms.text(), "What it is.");
  private static final Key<Integer> FROM =
      Key.optional("from", Forms.whole(0, MOST_PERIODS), "The first period of the impact.");
  private static final Key<Double> PROBABILITY =
      Key.required("probability", Forms.number(), "That it comes true.");
  private static final Key<List<Double>> IMPACT =
      Key.required("impact", ThreePoints.form(), "If it does, signed.");
  private static final Shape RISK = new Shape("risk", NAME, PROBABILITY, IMPACT, FROM);
  private static final Key<List<Values>> RISKS =
      Key.optional("risks", Groups.list(RISK.form()), "What may strike.");
  private static final Key<Double> HOLDS =
      Key.required("holds", Forms.number(), "The chance that it is true.");
  private static final Key<List<Double>> IF_FALSE =
      Key.required("ifFalse", ThreePoints.form(), "The impact if not, signed.");
  private static final Shape ASSUMPTION = new Shape("assumption", NAME, HOLDS, IF_FALSE, FROM);
  private static final Key<List<Values>> ASSUMPTIONS =
      Key.optional("assumptions", Groups.list(ASSUMPTION.form()), "What must hold.");

  private static final Key<Integer> PERIODS =
      Key.required("periods", Forms.whole(1, MOST_PERIODS), "How far to look ahead.");
  private static final Key<ElementRule> ELEMENTS =
      Key.optional("elements", Choices.of(ElementRule.class), "How the elements combine.");
  private static final Shape PLAN =
      new Shape(
          "plan", PERIODS, BASELINE, TARGET, ELEMENTS, LeverReader.LEVERS, RISKS, ASSUMPTIONS);

  private static final Baseline NONE = new Baseline(0, 0, 1, 0);

  /// Which way a measure with a target can go.
  private enum Better {
    HIGHER,
    LOWER
  }

  /// When a target without `sustain` counts.
  private enum Reached {
    AT,
    BY
  }

  private final Problems problems;
  private final ThreePoints points;

  PlanReader(Problems problems) {
    this.problems = problems;
    this.points = new ThreePoints(problems);
  }

  /// A plan that may be used if there are no problems.
  Plan read(Node node) {
    var form = PLAN.form();
    return form.read(node, problems)
        .map(this::plan)
        .orElseGet(() ->
            new Plan(
                NONE,
                List.of(),
                List.of(),
                ElementRule.WEAKEST,
                new Target(0, Direction.HIGHER_IS_BETTER, 0, new Target.Rule.At()),
                1));
  }

  private Plan plan(Values values) {
    var levers = new LeverReader(problems);
    return new Plan(
        values.find(BASELINE).map(this::baseline).orElse(NONE),
        values.list(LeverReader.LEVERS).stream().map(levers::read).toList(),
        Stream.concat(
                values.list(RISKS).stream().map(this::risk),
                values.list(ASSUMPTIONS).stream().map(this::assumption))
            .toList(),
        values.get(ELEMENTS, ElementRule.WEAKEST),
        values
            .find(TARGET)
            .map(this::target)
            .orElse(new Target(0, Direction.HIGHER_IS_BETTER, 0, new Target.Rule.At())),
        values.get(PERIODS, 1));
  }

  private Baseline baseline(Values values) {
    var given = values.has(LEVEL) || values.has(DEVIATION) || values.has(AUTOCORRELATION);
    if (values.has(VALUES) && (given || values.has(LEVEL_ERROR))) {
      problems.add(
          values.position(),
          "type-mismatch",
          "a baseline is worked out from 'values', or given by its level and deviation, not both");
    } else if (!values.has(VALUES) && !(values.has(LEVEL) && values.has(DEVIATION))) {
      problems.add(
          values.position(),
          "missing-key",
          "a baseline needs the key 'values', or 'level' and 'deviation'");
    }
    if (values.has(VALUES)) {
      var all = values.list(VALUES).stream().mapToDouble(Double::doubleValue).toArray();
      return points.told(Baseline.of(Series.of(all)), values.position(VALUES), NONE);
    }
    return new Baseline(
        values.get(LEVEL, 0.0),
        values.get(LEVEL_ERROR, 0.0),
        values.get(DEVIATION, 1.0),
        values.get(AUTOCORRELATION, 0.0));
  }

  private Target target(Values values) {
    if (values.has(SUSTAIN) && values.has(REACHED)) {
      problems.add(
          values.position(),
          "type-mismatch",
          "a target that is to 'sustain' says so itself when it is reached",
          "leave out 'reached'");
    }
    return new Target(
        values.get(VALUE, 0.0),
        switch (values.get(BETTER, Better.HIGHER)) {
          case HIGHER -> Direction.HIGHER_IS_BETTER;
          case LOWER -> Direction.LOWER_IS_BETTER;
        },
        values.get(DUE, 0),
        values.find(SUSTAIN).map(PlanReader::sustained).orElseGet(() -> single(values)));
  }

  private static Target.Rule sustained(Values values) {
    return new Target.Rule.Sustained(values.get(PERIODS_OF_SUSTAIN, 1), values.get(OF, 1));
  }

  private static Target.Rule single(Values values) {
    return switch (values.get(REACHED, Reached.AT)) {
      case AT -> new Target.Rule.At();
      case BY -> new Target.Rule.By();
    };
  }

  private Contingency risk(Values values) {
    return new Contingency(
        values.text(NAME),
        values.get(PROBABILITY, 0.0),
        points.pert(values, IMPACT),
        values.get(FROM, 0));
  }

  private Contingency assumption(Values values) {
    return new Contingency(
        values.text(NAME),
        1 - values.get(HOLDS, 1.0),
        points.pert(values, IF_FALSE),
        values.get(FROM, 0));
  }
}
