package outturn.definition.outcome;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import outturn.definition.outcome.Lever.Adoption;
import outturn.definition.outcome.Lever.Curve;
import outturn.definition.outcome.Lever.CurveShape;
import outturn.definition.outcome.Lever.Element;
import outturn.definition.outcome.Lever.Start;
import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Heading;
import outturn.definition.shape.Key;
import outturn.definition.shape.Money;
import outturn.definition.shape.Named;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Problems;

/// Reads `levers:` of an outcome.
final class LeverReader {
  private static final Key<Element> ELEMENT =
      Key.required("element", Choices.of(Element.class), "people, process or technology.");
  private static final Key<String> OWNER =
      Key.optional("owner", Forms.text(), "Who answers for it.");
  private static final Key<Placed<String>> CHANGE =
      Key.optional("change", Forms.name().placed(), "The change that starts it.");
  private static final Key<LocalDate> PLANNED =
      Key.optional("planned", Forms.date(), "The planned first day.");
  private static final Key<LocalDate> ACTUAL =
      Key.optional("actual", Forms.date(), "The first day as it came.");
  private static final Key<Duration> MEDIAN =
      Key.required("median", Forms.duration(), "Half of the starts are later by more.");
  private static final Key<Duration> ONE_IN_TEN =
      Key.required("oneInTen", Forms.duration(), "One start in ten is later by more.");
  private static final Shape SLIP_SHAPE = new Shape("slip", MEDIAN, ONE_IN_TEN);
  private static final Key<Values> SLIP =
      Key.optional("slip", SLIP_SHAPE.form(), "How late the start may be.");
  private static final Key<Placed<String>> MOVES =
      Key.required("moves", Forms.name().placed(), "The measure it moves.");

  private static final Key<Double> READINESS =
      Key.optional("readiness", Forms.percent(), "How far it is in place once begun; 100%.");
  private static final Key<Duration> DELAY =
      Key.optional("delay", Forms.duration(), "From the start to the first effect.");
  private static final Key<Duration> RAMP =
      Key.optional("ramp", Forms.duration(), "From no effect to the full one.");
  private static final Key<Duration> FADE =
      Key.optional("fade", Forms.duration(), "In which half of the effect is gone again.");
  private static final Key<String> BECAUSE =
      Key.required("because", Forms.text(), "The ground for the expected effect.");

  private static final Key<CurveShape> CURVE =
      Key.required("curve", Choices.of(CurveShape.class), "The form of the curve.");
  private static final Key<Duration> HALF =
      Key.required("half", Forms.duration(), "When half of the ceiling is reached.");
  private static final Key<Double> CEILING =
      Key.optional("ceiling", Forms.percent(), "How many take it up in the end; 100%.");
  private static final Shape CURVE_SHAPE = new Shape("adoption plan", CURVE, HALF, CEILING);
  private static final Key<Values> PLAN =
      Key.optional("plan", CURVE_SHAPE.form(), "How people are expected to take it up.");
  private static final Key<Placed<String>> ACTUAL_ADOPTION =
      Key.optional("actual", Forms.name().placed(), "The measure that replaces the plan.");
  private static final Shape ADOPTION_SHAPE = new Shape("adoption", PLAN, ACTUAL_ADOPTION);
  private static final Key<Values> ADOPTION =
      Key.optional("adoption", ADOPTION_SHAPE.form(), "How people take it up.");

  private static final Key<List<Named<Double>>> COST =
      Key.optional("cost", Groups.map(Money.currency(), Forms.number()), "By currency.");
  private static final Key<List<Named<LocalDate>>> ROLLOUT =
      Key.optional("rollout", Groups.map(Forms.word(), Forms.date()), "First day by segment.");
  private static final Key<Placed<String>> PROCEDURE =
      Key.optional("procedure", Forms.text().placed(), "A file of the project, or an address.");

  private static final Shape SHAPE =
      new Shape(
          "lever",
          Heading.NAME,
          Heading.TITLE,
          ELEMENT,
          OWNER,
          CHANGE,
          PLANNED,
          ACTUAL,
          SLIP,
          MOVES,
          EffectReader.EFFECT,
          READINESS,
          DELAY,
          RAMP,
          FADE,
          BECAUSE,
          COST,
          ADOPTION,
          ROLLOUT,
          PROCEDURE);
  static final Key<List<Values>> LEVERS =
      Key.optional("levers", Groups.list(SHAPE.form()), "What is expected to move the measures.");

  private final Uses uses;
  private final Problems problems;

  LeverReader(Uses uses, Problems problems) {
    this.uses = uses;
    this.problems = problems;
  }

  Lever read(Values values) {
    var name = values.text(Heading.NAME);
    var about =
        new Lever.About(
            values.get(Heading.TITLE, name),
            values.get(ELEMENT, Element.TECHNOLOGY),
            values.find(OWNER),
            values.find(PROCEDURE).map(this::procedure),
            map(values.list(COST)));
    var spread =
        new Lever.Spread(
            values.find(READINESS),
            new Lever.Course(values.find(DELAY), values.find(RAMP), values.find(FADE)),
            values.find(ADOPTION).map(this::adoption),
            map(values.list(ROLLOUT)));
    return new Lever(
        name,
        about,
        start(values),
        values.find(MOVES).map(measure -> uses.note(Use.Target.MEASURE, measure)).orElse(""),
        new EffectReader(problems).read(values, EffectReader.EFFECT),
        values.text(BECAUSE),
        spread);
  }

  private static <T> Map<String, T> map(List<Named<T>> named) {
    var map = new LinkedHashMap<String, T>();
    for (var each : named) map.put(each.name(), each.value());
    return map;
  }

  private String procedure(Placed<String> written) {
    var address = written.value().contains("://");
    return address ? written.value() : uses.note(Use.Target.FILE, written);
  }

  private Start start(Values values) {
    if (!values.has(CHANGE) && !values.has(PLANNED) && !values.has(ACTUAL)) {
      problems.add(
          values.position(),
          "missing-key",
          "a lever needs one of the keys change, planned and actual",
          "say when it begins");
    }
    return new Start(
        values.find(CHANGE).map(change -> uses.note(Use.Target.CHANGE, change)),
        values.find(PLANNED),
        values.find(ACTUAL),
        values.find(SLIP).map(this::slip));
  }

  private Lever.Slip slip(Values values) {
    var slip =
        new Lever.Slip(values.get(MEDIAN, Duration.ZERO), values.get(ONE_IN_TEN, Duration.ZERO));
    var complete = values.has(MEDIAN) && values.has(ONE_IN_TEN);
    if (complete && (slip.median().isZero() || slip.oneInTen().compareTo(slip.median()) < 0)) {
      problems.add(
          values.position(),
          "not-in-order",
          "expected a median above 0 and oneInTen not below it",
          "leave slip out if the start is certain");
    }
    return slip;
  }

  private Adoption adoption(Values values) {
    return new Adoption(
        values
            .find(PLAN)
            .map(plan ->
                new Curve(
                    plan.get(CURVE, CurveShape.LOGISTIC),
                    plan.get(HALF, Duration.ZERO),
                    plan.get(CEILING, 100.0))),
        values.find(ACTUAL_ADOPTION).map(measure -> uses.note(Use.Target.MEASURE, measure)));
  }
}
