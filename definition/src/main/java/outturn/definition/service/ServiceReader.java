package outturn.definition.service;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.service.Service.Amount;
import outturn.definition.service.Service.Kept;
import outturn.definition.service.Service.LateCost;
import outturn.definition.service.Service.Output;
import outturn.definition.service.Service.Serves;
import outturn.definition.service.Service.Tell;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Heading;
import outturn.definition.shape.Key;
import outturn.definition.shape.Money;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Problems;

/// Reads documents of kind `service`.
public final class ServiceReader {
  private static final Key<Double> LOW = Key.required("low", Forms.number(), "");
  private static final Key<Double> LIKELY = Key.required("likely", Forms.number(), "");
  private static final Key<Double> HIGH = Key.required("high", Forms.number(), "");
  private static final Shape LATE_SHAPE =
      new Shape("cost of lateness", Money.CURRENCY, LOW, LIKELY, HIGH);

  private static final Key<Placed<String>> OUTCOME =
      Key.required("outcome", Forms.name().placed(), "The outcome that suffers without it.");
  private static final Key<String> BECAUSE =
      Key.required("because", Forms.text(), "Why it matters to the outcome.");
  private static final Key<Values> PER_HOUR_LATE =
      Key.optional("perHourLate", LATE_SHAPE.form(), "What an hour of lateness costs.");
  private static final Shape SERVES_SHAPE =
      new Shape("edge to an outcome", OUTCOME, BECAUSE, PER_HOUR_LATE);

  private static final Key<String> PROMISE =
      Key.required("promise", Forms.text(), "What is promised, in words.");
  private static final Key<Placed<String>> DEADLINE =
      Key.optional(
          "deadline",
          Forms.named("WORKFLOW/DEADLINE", "[a-z][a-z0-9-]{0,62}/[a-z][a-z0-9-]{0,62}").placed(),
          "The deadline that keeps the promise: WORKFLOW/DEADLINE.");
  private static final Key<Placed<String>> MEASURE =
      Key.optional("measure", Forms.name().placed(), "The measure that keeps the promise.");
  private static final Key<Double> AT_LEAST =
      Key.optional("atLeast", Forms.number(), "What the measure must reach.");
  private static final Key<Double> TARGET =
      Key.optional("target", Forms.percent(), "How often it should be kept.");
  private static final Key<Window> WINDOW =
      Key.optional("window", Window.form(), "Over which the target is judged.");
  private static final Key<List<Values>> SERVES =
      Key.optional("serves", Groups.list(SERVES_SHAPE.form()), "The outcomes it serves.");
  private static final Shape OUTPUT_SHAPE =
      new Shape(
          "output", Heading.NAME, PROMISE, DEADLINE, MEASURE, AT_LEAST, TARGET, WINDOW, SERVES);

  private static final Key<String> OWNER =
      Key.optional("owner", Forms.text(), "Who answers for it.");
  private static final Key<List<Values>> OUTPUTS =
      Key.optional("outputs", Groups.list(OUTPUT_SHAPE.form()), "What it delivers.");

  private static final Key<Placed<String>> CHANNEL =
      Key.required("channel", Forms.name().placed(), "Who is told; a document of kind channel.");
  private static final Key<Double> AMOUNT =
      Key.required("amount", Forms.number(), "What must be at stake.");
  private static final Key<Values> ABOVE =
      Key.optional(
          "above",
          new Shape("amount", Money.CURRENCY, AMOUNT).form(),
          "Less than this at stake is not told.");
  private static final Key<Values> TELL =
      Key.optional(
          "tell",
          new Shape("tell", CHANNEL, ABOVE).form(),
          "Who of the business hears when its outputs are at risk.");

  public static final Shape SHAPE =
      new Shape("service", Heading.KIND, Heading.NAME, Heading.TITLE, OWNER, OUTPUTS, TELL);

  private final Uses uses;
  private final Problems problems;

  public ServiceReader(Uses uses, Problems problems) {
    this.uses = uses;
    this.problems = problems;
  }

  public Service read(Values values) {
    var name = values.text(Heading.NAME);
    var outputs = values.list(OUTPUTS).stream().map(this::output).toList();
    return new Service(
        name,
        values.get(Heading.TITLE, name),
        values.find(OWNER),
        outputs,
        values.find(TELL).map(tell -> tell(tell, outputs)));
  }

  private Tell tell(Values values, List<Output> outputs) {
    return new Tell(
        values.find(CHANNEL).map(channel -> uses.note(Use.Target.CHANNEL, channel)).orElse(""),
        values.find(ABOVE).map(above -> above(above, outputs)));
  }

  /// Amounts of different currencies are not compared.
  private Amount above(Values values, List<Output> outputs) {
    var currency = values.text(Money.CURRENCY);
    var priced =
        outputs.stream()
            .flatMap(output -> output.serves().stream())
            .flatMap(serves -> serves.perHourLate().stream())
            .map(LateCost::currency)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!currency.isEmpty() && !priced.contains(currency)) {
      problems.add(
          values.position(Money.CURRENCY),
          "not-in-currency",
          "no perHourLate of this service is in %s, so nothing would ever be above this"
              .formatted(currency),
          priced.isEmpty()
              ? "say perHourLate under serves, or leave above out"
              : "expected " + String.join(" or ", priced));
    }
    return new Amount(currency, values.get(AMOUNT, 0.0));
  }

  private Output output(Values values) {
    return new Output(
        values.text(Heading.NAME),
        values.text(PROMISE),
        kept(values),
        values.find(TARGET),
        values.find(WINDOW),
        values.list(SERVES).stream().map(this::serves).toList());
  }

  private Optional<Kept> kept(Values values) {
    if (values.has(DEADLINE) && values.has(MEASURE)) {
      problems.add(
          values.keyPosition(MEASURE), "one-of", "an output takes deadline or measure, not both");
    }
    if (values.has(MEASURE) != values.has(AT_LEAST)) {
      problems.add(values.position(), "one-of", "measure and atLeast stand together in an output");
    }
    var deadline = values.find(DEADLINE);
    if (deadline.isPresent()) {
      var path = uses.note(Use.Target.DEADLINE, deadline.get());
      var slash = path.indexOf('/');
      return Optional.of(new Kept.ByDeadline(path.substring(0, slash), path.substring(slash + 1)));
    }
    return values
        .find(MEASURE)
        .map(measure -> uses.note(Use.Target.MEASURE, measure))
        .map(measure -> new Kept.ByMeasure(measure, values.get(AT_LEAST, 0.0)));
  }

  private Serves serves(Values values) {
    return new Serves(
        values.find(OUTCOME).map(outcome -> uses.note(Use.Target.OUTCOME, outcome)).orElse(""),
        values.text(BECAUSE),
        values.find(PER_HOUR_LATE).map(this::lateCost));
  }

  private LateCost lateCost(Values values) {
    var cost =
        new LateCost(
            values.text(Money.CURRENCY),
            values.get(LOW, 0.0),
            values.get(LIKELY, 0.0),
            values.get(HIGH, 0.0));
    if (values.has(LOW) && values.has(LIKELY) && values.has(HIGH)) {
      Money.checkOrder(values.position(), cost.low(), cost.likely(), cost.high(), problems);
    }
    return cost;
  }
}
