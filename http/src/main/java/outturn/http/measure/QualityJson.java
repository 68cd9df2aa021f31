package outturn.http.measure;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outturn.definition.measure.Measure;
import outturn.outcome.quality.Excluded;
import outturn.outcome.quality.Failure;
import outturn.outcome.quality.Quality;

/// The quality of values, as JSON.
public final class QualityJson {
  private QualityJson() {}

  private record Broken(String rule, String reason) {}

  private record Hollow(LocalDate period, double value, List<Broken> failures, String why) {}

  /// The share of periods with a value that counts, and how many values do not.
  public static Map<String, @Nullable Object> brief(Quality quality) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("share", quality.share().isPresent() ? quality.share().getAsDouble() : null);
    json.put("due", quality.due());
    json.put("counted", quality.counted().size());
    json.put("excluded", quality.excluded().size());
    json.put("failures", quality.failures().stream().map(QualityJson::of).toList());
    return json;
  }

  /// With the rules, and every value that does not count.
  static Map<String, @Nullable Object> whole(Measure measure, Quality quality) {
    var json = brief(quality);
    json.put("rules", rules(measure.quality()));
    json.put("excluded", quality.excluded().stream().map(QualityJson::of).toList());
    return json;
  }

  private static Map<String, Object> rules(outturn.definition.measure.Quality rules) {
    var json = new LinkedHashMap<String, Object>();
    rules.completeness().ifPresent(percent -> json.put("completeness", percent));
    rules.lateness().map(Duration::toSeconds).ifPresent(limit -> json.put("lateness", limit));
    rules.range().ifPresent(range -> json.put("range", List.of(range.low(), range.high())));
    rules.jump().ifPresent(limit -> json.put("jump", limit));
    rules.minimum().ifPresent(least -> json.put("minimum", least));
    rules.freshness().map(Duration::toSeconds).ifPresent(limit -> json.put("freshness", limit));
    return json;
  }

  private static Hollow of(Excluded each) {
    return new Hollow(
        each.period(),
        each.value(),
        each.failures().stream().map(QualityJson::of).toList(),
        each.why());
  }

  private static Broken of(Failure failure) {
    return new Broken(failure.rule().word(), failure.reason());
  }
}
