package outturn.runtime.measure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import outturn.definition.measure.Measure;
import outturn.definition.measure.Measure.Source;
import outturn.definition.measure.Measure.Source.PromQl;
import outturn.outcome.period.Periods;
import outturn.spi.Log;
import outturn.spi.Request;
import outturn.spi.TaskType.Result;

/// Asks a Prometheus server for the samples of periods, by its range query, and makes one value of
/// each period. A sample at a period's end belongs to it, one at its start to the period before, as
/// `increase(x[1h])` looks back. Samples that are no numbers, and gaps, are left out.
///
/// Prometheus, *HTTP API*, Range queries.
final class PrometheusSamples {
  /// The server refuses more than 11,000 of a series.
  private static final int MOST_SAMPLES = 10_000;

  private final Measure measure;
  private final Source.Prometheus source;
  private final Answers answers;
  private final Consumer<String> problems;
  private final Periods periods;

  PrometheusSamples(
      Measure measure, Source.Prometheus source, Answers answers, Consumer<String> problems) {
    this.measure = measure;
    this.source = source;
    this.answers = answers;
    this.problems = problems;
    this.periods = new Periods(measure.rhythm().cadence());
  }

  /// The value of what.
  private record Part(String segment, LocalDate period) {}

  /// @param request with the settings `url` and `headers`
  /// @return done, or why the server could not be asked; what is wrong with its answer is a problem
  Result read(Request request, Span span, Consumer<Given> given) throws InterruptedException {
    return switch (source.query()) {
      case PromQl.Value(var query) -> {
        var values = new HashMap<Part, Double>();
        var result = ask(request, query, span, values);
        values.forEach((part, value) -> given.accept(value(part, value)));
        yield result;
      }
      case PromQl.Ratio(var numerator, var denominator) -> {
        var parts = new HashMap<Part, Double>();
        var wholes = new HashMap<Part, Double>();
        var result = ask(request, numerator, span, parts);
        if (result instanceof Result.Failed) yield result;
        var second = ask(request, denominator, span, wholes);
        ratios(request.log(), parts, wholes, given);
        yield second;
      }
    };
  }

  private static Given value(Part part, double value) {
    return new Given(
        part.period(),
        part.segment(),
        OptionalDouble.of(value),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  private static void ratios(
      Log log, Map<Part, Double> parts, Map<Part, Double> wholes, Consumer<Given> given) {
    var both = new HashSet<>(parts.keySet());
    both.retainAll(wholes.keySet());
    for (var part : both) {
      given.accept(
          new Given(
              part.period(),
              part.segment(),
              OptionalDouble.empty(),
              OptionalDouble.of(parts.getOrDefault(part, 0.0)),
              OptionalDouble.of(wholes.getOrDefault(part, 0.0))));
    }
    int alone = parts.size() + wholes.size() - 2 * both.size();
    if (alone > 0) {
      log.line(
          Log.Stream.NOTE,
          "%d periods with only one of numerator and denominator left out".formatted(alone));
    }
  }

  private Result ask(Request request, String query, Span span, Map<Part, Double> values)
      throws InterruptedException {
    var samples = new Samples();
    for (var stretch : stretches(span)) {
      var result = answers.ask(asked(request, query, stretch), samples::take);
      if (result instanceof Result.Failed) return result;
    }
    samples.tell(request.log());
    if (samples.all.isEmpty() && samples.isRight) {
      problems.accept(
          "the query has no samples from %s to %s; does what it names exist? `or vector(0)` makes nothing a zero: %s"
              .formatted(span.firstDay(), span.lastDay(), query));
    }
    samples.all.forEach((part, all) -> {
      if (span.includes(part.period())) values.put(part, Aggregates.of(source.aggregate(), all));
    });
    return result();
  }

  private static Result result() {
    return new Result.Done(Map.of());
  }

  /// From after the first instant to the last one.
  private record Stretch(Instant from, Instant to) {}

  private List<Stretch> stretches(Span span) {
    var most = source.step().multipliedBy(MOST_SAMPLES);
    var stretches = new ArrayList<Stretch>();
    for (var period : periods.between(span.firstDay(), span.lastDay())) {
      var own = new Stretch(begin(period), begin(periods.next(period)));
      boolean isMore =
          !stretches.isEmpty()
              && Duration.between(stretches.getLast().from(), own.to()).compareTo(most) <= 0;
      if (isMore) {
        stretches.set(stretches.size() - 1, new Stretch(stretches.getLast().from(), own.to()));
      } else {
        stretches.add(own);
      }
    }
    return stretches;
  }

  private Instant begin(LocalDate period) {
    return period.atStartOfDay(measure.rhythm().timezone()).toInstant();
  }

  private Request asked(Request request, String query, Stretch stretch) {
    var settings = new HashMap<>(request.settings());
    var url = String.valueOf(settings.getOrDefault("url", ""));
    settings.put("url", url.replaceAll("/+$", "") + "/api/v1/query_range");
    settings.put(
        "params",
        Map.of(
            "query",
            query,
            "start",
            stretch.from().plus(source.step()).toString(),
            "end",
            stretch.to().toString(),
            "step",
            source.step().toSeconds() + "s"));
    return new Request(
        "http",
        settings,
        Map.of(),
        request.environment(),
        request.places(),
        request.log(),
        request.timeout());
  }

  /// The samples of a query, by what they are of.
  private final class Samples {
    private final Map<Part, List<Double>> all = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private int strange;
    private boolean isRight = true;

    void take(Object answer) {
      if (!(answer instanceof Map<?, ?> json)) {
        problem("the answer is not one of Prometheus: " + start(answer));
        return;
      }
      if (json.get("warnings") instanceof List<?> told) {
        told.forEach(each -> warnings.add(String.valueOf(each)));
      }
      if (!"success".equals(json.get("status"))) {
        problem("Prometheus says %s: %s".formatted(json.get("errorType"), json.get("error")));
      } else if (json.get("data") instanceof Map<?, ?> data
          && "matrix".equals(data.get("resultType"))
          && data.get("result") instanceof List<?> result) {
        var seen = new HashSet<String>();
        result.forEach(each -> series(each, seen));
      } else {
        problem("the answer is not a matrix: " + start(answer));
      }
    }

    private void problem(String text) {
      isRight = false;
      problems.accept(text);
    }

    private static String start(Object answer) {
      var text = String.valueOf(answer);
      return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    private void series(Object series, Set<String> seen) {
      if (!(series instanceof Map<?, ?> json) || !(json.get("values") instanceof List<?> values)) {
        problem("a series has no values; expected numbers: " + start(series));
        return;
      }
      var labels = json.get("metric") instanceof Map<?, ?> metric ? metric : Map.of();
      var segment = measure.segments().map(word -> label(labels, word)).orElse("");
      if (measure.segments().isPresent() && segment.isEmpty()) {
        problem(
            "the series %s has no label '%s', the word of the segments"
                .formatted(labels, measure.segments().get()));
      } else if (!seen.add(segment)) {
        problem(
            "more than one series%s, among them %s; add them up in the query: sum%s(…)"
                .formatted(
                    segment.isEmpty() ? "" : " of '%s'".formatted(segment),
                    labels,
                    measure.segments().map(word -> " by (%s) ".formatted(word)).orElse("")));
      } else {
        values.forEach(each -> sample(segment, each));
      }
    }

    private static String label(Map<?, ?> labels, String word) {
      var label = labels.get(word);
      return label == null ? "" : label.toString();
    }

    private void sample(String segment, Object sample) {
      if (!(sample instanceof List<?> pair)
          || pair.size() != 2
          || !(pair.getFirst() instanceof Number seconds)) {
        problem("a sample is not a pair of time and value: " + start(sample));
        return;
      }
      double value = number(String.valueOf(pair.getLast()));
      if (!Double.isFinite(value)) {
        strange++;
        return;
      }
      long millis = Math.round(1000 * seconds.doubleValue());
      var day = LocalDate.ofInstant(Instant.ofEpochMilli(millis - 1), measure.rhythm().timezone());
      all.computeIfAbsent(new Part(segment, periods.of(day)), _ -> new ArrayList<>()).add(value);
    }

    private static double number(String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException _) {
        return Double.NaN; // "+Inf" and "-Inf"
      }
    }

    void tell(Log log) {
      warnings.stream()
          .distinct()
          .forEach(each -> log.line(Log.Stream.NOTE, "Prometheus warns: " + each));
      if (strange > 0) {
        log.line(Log.Stream.NOTE, "%d samples that are no numbers left out".formatted(strange));
      }
    }
  }
}
