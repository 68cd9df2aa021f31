package outturn.cli.evidence;

import java.util.Locale;
import java.util.OptionalDouble;
import outturn.cli.client.Json;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.estimate.Interval;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of what estimators answer, the same in every command: `docs/evidence.md` has the keys.
///
/// What is not a number is `null`, as is what a method does not have.
public final class ReportJson {
  private ReportJson() {}

  /// `{"method", "n", "assumptions", "warnings", "seed"}`, to which effects are added by name.
  public static ObjectNode of(Grounds grounds) {
    var report = Json.object().put("method", grounds.method()).put("n", grounds.n());
    var assumptions = report.putArray("assumptions");
    for (var each : grounds.assumptions()) {
      assumptions
          .addObject()
          .put("name", each.name())
          .put("state", word(each.state()))
          .put("text", each.text());
    }
    var warnings = report.putArray("warnings");
    grounds.warnings().forEach(each -> warning(warnings, each.name(), each.text()));
    grounds.seed().ifPresentOrElse(seed -> report.put("seed", seed), () -> report.putNull("seed"));
    return report;
  }

  /// `{"estimate", "standardError", "interval": [lower, upper], "level", "p"}`
  public static ObjectNode of(Estimate estimate) {
    var node = Json.object();
    number(node, "estimate", estimate.value());
    number(node, "standardError", estimate.standardError());
    node.set("interval", of(estimate.interval()));
    number(node, "level", estimate.interval().level());
    number(node, "p", estimate.p());
    return node;
  }

  /// `[lower, upper]`
  public static ArrayNode of(Interval interval) {
    return numbers(interval.lower(), interval.upper());
  }

  public static ArrayNode numbers(double... values) {
    var array = Json.array();
    for (var value : values) {
      if (Double.isFinite(value)) {
        array.add(value);
      } else {
        array.addNull();
      }
    }
    return array;
  }

  public static void number(ObjectNode into, String key, double value) {
    if (Double.isFinite(value)) {
      into.put(key, value);
    } else {
      into.putNull(key);
    }
  }

  public static void number(ObjectNode into, String key, OptionalDouble value) {
    number(into, key, value.orElse(Double.NaN));
  }

  public static ObjectNode warning(ArrayNode into, String name, String text) {
    return into.addObject().put("name", name).put("text", text);
  }

  /// An enum as a word of the documentation: `not-testable`.
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
