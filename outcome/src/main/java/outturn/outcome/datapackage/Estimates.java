package outturn.outcome.datapackage;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outturn.evidence.estimate.Estimate;
import outturn.outcome.impact.Alternative;

/// Estimates as JSON.
final class Estimates {
  private Estimates() {}

  static Map<String, @Nullable Object> json(Estimate estimate) {
    var interval = estimate.interval();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("estimate", number(estimate.value()));
    json.put("standardError", number(estimate.standardError()));
    json.put("lower", number(interval.lower()));
    json.put("upper", number(interval.upper()));
    json.put("level", interval.level());
    json.put("p", estimate.p().isPresent() ? number(estimate.p().getAsDouble()) : null);
    return json;
  }

  static Map<String, @Nullable Object> alternative(Alternative alternative) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("name", alternative.name());
    json.put("words", alternative.words());
    json.put("effect", alternative.average().result().map(Estimates::json).orElse(null));
    json.put("refusal", alternative.average().refusal().map(why -> why.text()).orElse(null));
    return json;
  }

  /// Null where there is none: JSON has no other word for it.
  static @Nullable Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
