package outturn.http.measure;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import outturn.definition.measure.Measure;
import outturn.definition.measure.Measure.Better;
import outturn.outcome.position.Latest;
import outturn.runtime.measure.Known;
import outturn.runtime.measure.Reading;
import outturn.store.measure.Source;

/// Measures and observations as JSON.
public final class MeasureJson {
  private MeasureJson() {}

  private record Value(LocalDate period, double value) {}

  private record Within(List<Double> within) {}

  static Map<String, @Nullable Object> of(Known known) {
    var measure = known.measure().value();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("name", measure.name());
    json.put("title", measure.about().title());
    json.put("unit", measure.quantity().unit().orElse(null));
    json.put("better", better(measure));
    json.put("type", measure.quantity().type().name().toLowerCase(Locale.ROOT));
    json.put("cadence", cadence(measure));
    json.put("owner", measure.about().owner().orElse(null));
    json.put("project", known.measure().project());
    json.put("last", known.last().map(MeasureJson::value).orElse(null));
    json.put("observations", known.observations());
    json.put("source", source(measure));
    return json;
  }

  /// A latest value, as JSON has it.
  public static Object value(Latest latest) {
    return new Value(latest.period(), latest.value());
  }

  /// As files write it: `higher`, `lower`, or an object with both limits under `within`.
  public static Object better(Measure measure) {
    return switch (measure.quantity().better()) {
      case Better.Higher() -> "higher";
      case Better.Lower() -> "lower";
      case Better.Within(var low, var high) -> new Within(List.of(low, high));
    };
  }

  public static String cadence(Measure measure) {
    return measure.rhythm().cadence().name().toLowerCase(Locale.ROOT);
  }

  private static String source(Measure measure) {
    if (measure.source().isEmpty()) return "none";
    return switch (measure.source().get()) {
      case Measure.Source.Sql _ -> "sql";
      case Measure.Source.Csv _ -> "csv";
      case Measure.Source.Http _ -> "http";
      case Measure.Source.Graph _ -> "graph";
      case Measure.Source.Prometheus _ -> "prometheus";
      case Measure.Source.OfWorkflow _ -> "workflow";
      case Measure.Source.OfSurvey _ -> "survey";
    };
  }

  static Map<String, @Nullable Object> of(Reading reading) {
    var recorded = reading.recorded();
    var observation = recorded.observation();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("period", observation.period());
    json.put("segment", observation.segment());
    json.put("value", number(reading.value()));
    json.put("numerator", number(observation.numerator()));
    json.put("denominator", number(observation.denominator()));
    json.put("revision", recorded.revision());
    json.put("recordedAt", recorded.recordedAt());
    json.put("excluded", reading.excluded().orElse(null));
    json.put("by", by(recorded.source()));
    return json;
  }

  private static Map<String, String> by(Source source) {
    return switch (source) {
      case Source.Run(var id) -> Map.of("run", id.toString());
      case Source.User(var name) -> Map.of("user", name);
    };
  }

  private static @Nullable Double number(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }
}
