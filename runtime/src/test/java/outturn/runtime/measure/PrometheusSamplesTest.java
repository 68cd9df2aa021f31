package outturn.runtime.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import outturn.definition.measure.Measure;
import outturn.definition.measure.Measure.Aggregate;
import outturn.definition.measure.Measure.Source;
import outturn.definition.measure.Measure.Source.PromQl;
import outturn.runtime.RecordedLog;
import outturn.spi.Request;
import outturn.spi.TaskType.Result;

/// The answers have the shapes of Prometheus' documentation, *HTTP API*, as plain values.
class PrometheusSamplesTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 28);
  private static final Result DONE = new Result.Done(Map.of());

  private final Deque<Object> answers = new ArrayDeque<>();
  private final List<Map<?, ?>> asked = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<Given> given = new ArrayList<>();
  private final RecordedLog log = new RecordedLog();

  private Result answer(Request request, Consumer<Object> json) {
    assertThat(request.settings().get("url")).isEqualTo("http://p:9090/api/v1/query_range");
    asked.add((Map<?, ?>) request.settings().getOrDefault("params", Map.of()));
    json.accept(answers.removeFirst());
    return DONE;
  }

  private Result read(PromQl query, Aggregate aggregate, Optional<String> segments, int days)
      throws InterruptedException {
    var source =
        new Source.Prometheus("http://p:9090/", Map.of(), query, aggregate, Duration.ofHours(6));
    var measure =
        new Measure(
            "m",
            new Measure.About("M", Optional.empty(), Optional.empty()),
            new Measure.Quantity(
                Measure.Type.RATE, Optional.empty(), new Measure.Better.Lower(), Optional.empty()),
            new Measure.Rhythm(Measure.Cadence.DAILY, Duration.ZERO, LONDON, Optional.empty()),
            segments,
            Optional.of(source));
    var places = new Request.Places(Path.of("."), Path.of("."));
    var request =
        new Request(
            "collect",
            Map.of("url", "http://p:9090/"),
            Map.of(),
            Map.of(),
            places,
            log,
            Optional.empty());
    var span = new Span(DAY, DAY.plusDays(days - 1), Span.Origin.INPUTS);
    return new PrometheusSamples(measure, source, this::answer, problems::add)
        .read(request, span, given::add);
  }

  private Result read(Aggregate aggregate) throws InterruptedException {
    return read(new PromQl.Value("q"), aggregate, Optional.empty(), 2);
  }

  private static Map<String, Object> matrix(Object... series) {
    return Map.of(
        "status", "success", "data", Map.of("resultType", "matrix", "result", List.of(series)));
  }

  private static Map<String, Object> series(Map<String, String> labels, Object... samples) {
    return Map.of("metric", labels, "values", List.of(samples));
  }

  private static List<Object> sample(String time, String value) {
    return List.of(Instant.parse(time).getEpochSecond(), value);
  }

  @Test
  void theSamplesOfAPeriodMakeItsValueAlsoWhenTheClockChanges() throws Exception {
    // In London the 29th of March 2026 has 23 hours and ends at 23:00 UTC.
    answers.add(
        matrix(
            series(
                Map.of(),
                sample("2026-03-28T06:00:00Z", "1"),
                sample("2026-03-29T00:00:00Z", "3"),
                sample("2026-03-29T00:00:01Z", "10"),
                List.of(1774825200.0, "20"),
                sample("2026-03-29T23:00:01Z", "999"))));

    assertThat(read(Aggregate.MEAN)).isEqualTo(DONE);

    assertThat(problems).isEmpty();
    assertThat(given)
        .extracting(Given::period, each -> each.value().orElseThrow())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(DAY, 2.0),
            org.assertj.core.groups.Tuple.tuple(DAY.plusDays(1), 15.0));
    assertThat(asked.getFirst().get("query")).isEqualTo("q");
    assertThat(asked.getFirst().get("start")).isEqualTo("2026-03-28T06:00:00Z");
    assertThat(asked.getFirst().get("end")).isEqualTo("2026-03-29T23:00:00Z");
    assertThat(asked.getFirst().get("step")).isEqualTo("21600s");
  }

  @Test
  void whatIsNoNumberIsLeftOutAndAPeriodWithoutSamplesIsMissing() throws Exception {
    answers.add(
        Map.of(
            "status",
            "success",
            "warnings",
            List.of("results truncated"),
            "data",
            Map.of(
                "resultType",
                "matrix",
                "result",
                List.of(
                    series(
                        Map.of(),
                        sample("2026-03-28T06:00:00Z", "NaN"),
                        sample("2026-03-28T12:00:00Z", "+Inf"),
                        sample("2026-03-28T18:00:00Z", "4"))))));

    read(Aggregate.SUM);

    assertThat(given).singleElement().satisfies(each -> assertThat(each.value()).hasValue(4));
    assertThat(log.text())
        .isEqualTo("Prometheus warns: results truncated\n2 samples that are no numbers left out\n");
  }

  @Test
  void aRatioHasBothOfItsQueries() throws Exception {
    answers.add(matrix(series(Map.of(), sample("2026-03-28T06:00:00Z", "8"))));
    answers.add(
        matrix(
            series(
                Map.of(),
                sample("2026-03-28T06:00:00Z", "10"),
                sample("2026-03-29T06:00:00Z", "10"))));

    read(new PromQl.Ratio("good", "all"), Aggregate.SUM, Optional.empty(), 2);

    assertThat(given)
        .singleElement()
        .satisfies(each -> {
          assertThat(each.numerator()).hasValue(8);
          assertThat(each.denominator()).hasValue(10);
        });
    assertThat(log.text())
        .isEqualTo("1 periods with only one of numerator and denominator left out\n");
  }

  @Test
  void theLabelOfTheSegmentsSplitsTheValues() throws Exception {
    answers.add(
        matrix(
            series(Map.of("depot", "north"), sample("2026-03-28T06:00:00Z", "1")),
            series(Map.of("depot", "south"), sample("2026-03-28T06:00:00Z", "2"))));

    read(new PromQl.Value("q"), Aggregate.LAST, Optional.of("depot"), 1);

    assertThat(given).extracting(Given::segment).containsExactlyInAnyOrder("north", "south");
  }

  @Test
  void whatPrometheusRefusesIsSaid() throws Exception {
    answers.add(Map.of("status", "error", "errorType", "bad_data", "error", "parse error: (("));
    read(Aggregate.MEAN);
    answers.add(
        Map.of("status", "success", "data", Map.of("resultType", "vector", "result", List.of())));
    read(Aggregate.MEAN);
    answers.add(matrix());
    read(Aggregate.MEAN);
    answers.add(
        matrix(
            series(Map.of("job", "a"), sample("2026-03-28T06:00:00Z", "1")),
            series(Map.of("job", "b"), sample("2026-03-28T06:00:00Z", "1"))));
    read(Aggregate.MEAN);

    assertThat(problems).hasSize(4);
    assertThat(problems.get(0)).isEqualTo("Prometheus says bad_data: parse error: ((");
    assertThat(problems.get(1)).startsWith("the answer is not a matrix: ");
    assertThat(problems.get(2))
        .isEqualTo(
            "the query has no samples from 2026-03-28 to 2026-03-29; does what it names exist? `or vector(0)` makes nothing a zero: q");
    assertThat(problems.get(3))
        .isEqualTo("more than one series, among them {job=b}; add them up in the query: sum(…)");
  }

  @Test
  void manyPeriodsAreAskedForInStretches() throws Exception {
    // 10,000 steps of six hours are 2,500 days.
    answers.add(matrix(series(Map.of(), sample("2026-03-28T06:00:00Z", "1"))));
    answers.add(matrix());

    read(new PromQl.Value("q"), Aggregate.MEAN, Optional.empty(), 2_510);

    assertThat(asked).hasSize(2);
    assertThat(given).hasSize(1);
  }

  @Test
  void samplesAreMadeOneValueAsIsSaid() {
    var samples = List.of(4.0, 1.0, 3.0, 2.0);
    assertThat(List.of(Aggregate.values()))
        .extracting(each -> Aggregates.of(each, samples))
        .containsExactly(2.5, 10.0, 1.0, 4.0, 2.5, 2.0);
  }
}
