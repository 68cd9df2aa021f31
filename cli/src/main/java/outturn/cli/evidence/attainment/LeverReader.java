package outturn.cli.evidence.attainment;

import java.util.List;
import java.util.Optional;
import outturn.cli.evidence.yaml.ThreePoints;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Problems;
import outturn.evidence.attainment.Adoption;
import outturn.evidence.attainment.Element;
import outturn.evidence.attainment.Lever;
import outturn.evidence.attainment.Slip;
import outturn.evidence.attainment.Timing;

/// Reads a lever of a plan; times are periods, shares are 0 to 1.
final class LeverReader {
  private static final Key<String> NAME = Key.required("name", Forms.text(), "What it is.");
  private static final Key<Element> ELEMENT =
      Key.required("element", Choices.of(Element.class), "What it changes.");
  private static final Key<List<Double>> EFFECT =
      Key.required("effect", ThreePoints.form(), "At full adoption, signed.");
  private static final Key<Double> READINESS =
      Key.optional("readiness", Forms.number(), "How far it is in place once begun.");

  private static final Key<Double> START =
      Key.required("start", Forms.number(), "The period in which it begins.");
  private static final Key<Double> DELAY =
      Key.optional("delay", Forms.number(), "From the start to the first effect.");
  private static final Key<Double> RAMP =
      Key.optional("ramp", Forms.number(), "From the first to the full effect.");
  private static final Key<Double> HALF_LIFE =
      Key.optional("halfLife", Forms.number(), "In which half of the effect fades.");
  private static final Key<Double> MEDIAN =
      Key.required("median", Forms.number(), "Half of the starts slip by more.");
  private static final Key<Double> ONE_IN_TEN =
      Key.required("oneInTen", Forms.number(), "One start in ten slips by more.");
  private static final Shape SLIP_SHAPE = new Shape("slip", MEDIAN, ONE_IN_TEN);
  private static final Key<Values> SLIP =
      Key.optional("slip", SLIP_SHAPE.form(), "How late the start may be.");

  private static final Key<Curve> CURVE =
      Key.required("curve", Choices.of(Curve.class), "How people take it up.");
  private static final Key<Double> HALF =
      Key.optional("half", Forms.number(), "When half of the ceiling is reached.");
  private static final Key<Double> SLOPE =
      Key.optional("slope", Forms.number(), "Of logistic: how steep it is, per period.");
  private static final Key<Double> INNOVATION =
      Key.optional("innovation", Forms.number(), "Of Bass: what people do without example.");
  private static final Key<Double> IMITATION =
      Key.optional("imitation", Forms.number(), "Of Bass: what they do by example.");
  private static final Key<Double> CEILING =
      Key.optional("ceiling", Forms.number(), "The share that is never passed.");
  private static final Key<List<Double>> MEASURED =
      Key.optional("measured", Groups.list(Forms.number()), "Shares since the start.");
  private static final Shape ADOPTION_SHAPE =
      new Shape("adoption", CURVE, HALF, SLOPE, INNOVATION, IMITATION, CEILING, MEASURED);
  private static final Key<Values> ADOPTION =
      Key.optional("adoption", ADOPTION_SHAPE.form(), "The share of people, by time.");

  private static final Shape SHAPE =
      new Shape(
          "lever", NAME, ELEMENT, EFFECT, READINESS, START, SLIP, DELAY, RAMP, HALF_LIFE, ADOPTION);

  static final Key<List<Values>> LEVERS =
      Key.optional("levers", Groups.list(SHAPE.form()), "What is done to move the measure.");

  /// The curves that a plan can name.
  private enum Curve {
    FULL,
    LINEAR,
    LOGISTIC,
    BASS
  }

  private final Problems problems;
  private final ThreePoints points;

  LeverReader(Problems problems) {
    this.problems = problems;
    this.points = new ThreePoints(problems);
  }

  Lever read(Values values) {
    return new Lever(
        values.text(NAME),
        values.get(ELEMENT, Element.TECHNOLOGY),
        points.pert(values, EFFECT),
        timing(values),
        values.find(ADOPTION).map(this::adoption).orElse(new Adoption.Full()),
        values.get(READINESS, 1.0));
  }

  private static Timing timing(Values values) {
    return new Timing(
        values.get(START, 0.0),
        values
            .find(SLIP)
            .map(each -> new Slip(each.get(MEDIAN, 0.0), each.get(ONE_IN_TEN, 0.0)))
            .orElse(Slip.none()),
        values.get(DELAY, 0.0),
        values.get(RAMP, 0.0),
        values.get(HALF_LIFE, Double.POSITIVE_INFINITY));
  }

  private Adoption adoption(Values values) {
    var ceiling = values.get(CEILING, 1.0);
    Adoption plan =
        switch (values.get(CURVE, Curve.FULL)) {
          case FULL -> new Adoption.Full();
          case LINEAR -> new Adoption.Linear(needed(values, HALF), ceiling);
          case LOGISTIC -> logistic(values, ceiling);
          case BASS ->
              new Adoption.Bass(needed(values, INNOVATION), needed(values, IMITATION), ceiling);
        };
    Optional<List<Double>> measured = values.find(MEASURED);
    return measured.isEmpty() ? plan : new Adoption.Measured(measured.get(), plan);
  }

  private Adoption logistic(Values values, double ceiling) {
    var half = needed(values, HALF);
    return values
        .find(SLOPE)
        .map(slope -> new Adoption.Logistic(half, slope, ceiling))
        .orElseGet(() -> Adoption.Logistic.reachingHalf(half, ceiling));
  }

  /// What the curve cannot do without.
  private double needed(Values values, Key<Double> key) {
    if (!values.has(key)) {
      problems.add(
          values.position(),
          "missing-key",
          "an adoption of this curve needs the key '%s'".formatted(key.name()),
          "linear and logistic: half; bass: innovation and imitation");
    }
    return values.get(key, 1.0);
  }
}
