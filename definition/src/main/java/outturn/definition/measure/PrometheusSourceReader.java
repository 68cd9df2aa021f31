package outturn.definition.measure;

import java.time.Duration;
import java.util.Optional;
import outturn.definition.expression.Expressions;
import outturn.definition.measure.Measure.Aggregate;
import outturn.definition.measure.Measure.Cadence;
import outturn.definition.measure.Measure.Source;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Key;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Problems;

/// Reads `prometheus:` of a measure's source.
final class PrometheusSourceReader {
  /// Prometheus answers 11,000 samples of a series at most.
  private static final int MOST_STEPS = 10_000;

  private static final Key<String> QUERY =
      Key.optional("query", Forms.text(), "PromQL whose samples make the value of a period.");
  private static final Key<String> NUMERATOR =
      Key.optional("numerator", Forms.text(), "PromQL, with denominator, instead of query.");
  private static final Key<String> DENOMINATOR =
      Key.optional("denominator", Forms.text(), "PromQL, with numerator, instead of query.");
  private static final Key<Aggregate> AGGREGATE =
      Key.required(
          "aggregate", Choices.of(Aggregate.class), "What is made of the samples of a period.");
  private static final Key<Duration> STEP =
      Key.optional("step", Forms.duration(), "From sample to sample.");
  private static final Shape SHAPE =
      new Shape(
          "prometheus source",
          WebKeys.URL,
          WebKeys.HEADERS,
          QUERY,
          NUMERATOR,
          DENOMINATOR,
          AGGREGATE,
          STEP);
  static final Key<Values> PROMETHEUS =
      Key.optional("prometheus", SHAPE.form(), "A query over the time of each period.");

  private final WebKeys web;
  private final Problems problems;

  PrometheusSourceReader(Expressions expressions, Problems problems) {
    this.web = new WebKeys(expressions, problems);
    this.problems = problems;
  }

  Source read(Values values, Cadence cadence) {
    checkQueries(values);
    checkStep(values, cadence);
    Optional<Source.PromQl> ratio =
        values
            .find(NUMERATOR)
            .map(numerator -> new Source.PromQl.Ratio(numerator, values.text(DENOMINATOR)));
    return new Source.Prometheus(
        web.url(values),
        web.headers(values),
        ratio.orElseGet(() -> new Source.PromQl.Value(values.text(QUERY))),
        values.get(AGGREGATE, Aggregate.MEAN),
        values.get(STEP, usual(cadence)));
  }

  /// Some hundred samples a period.
  private static Duration usual(Cadence cadence) {
    return switch (cadence) {
      case DAILY -> Duration.ofMinutes(5);
      case WEEKLY -> Duration.ofMinutes(30);
      case MONTHLY -> Duration.ofHours(1);
      case QUARTERLY -> Duration.ofHours(3);
      case YEARLY -> Duration.ofHours(12);
    };
  }

  private void checkQueries(Values values) {
    boolean isRatio = values.has(NUMERATOR) && values.has(DENOMINATOR);
    boolean isPart = values.has(NUMERATOR) || values.has(DENOMINATOR);
    if (values.has(QUERY) ? !isPart : isRatio) return;
    problems.add(
        values.position(),
        "one-of",
        "a prometheus source needs query, or numerator and denominator, not both");
  }

  private void checkStep(Values values, Cadence cadence) {
    var step = values.find(STEP);
    if (step.isEmpty()) return;
    var least = cadence.longest().dividedBy(MOST_STEPS);
    var shortest = least.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : least;
    if (step.get().compareTo(shortest) >= 0 && step.get().compareTo(Duration.ofDays(1)) <= 0) {
      return;
    }
    problems.add(
        values.position(STEP),
        "bad-step",
        "expected %ds to 1d: Prometheus gives a period of this cadence at most %,d samples"
            .formatted(shortest.plusMillis(999).toSeconds(), MOST_STEPS));
  }
}
