package outturn.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ObjectNode;

/// A measured number in JSON: with three decimals at most, null where it is not known.
public final class Figure {
  private static final int DECIMALS = 3;

  private Figure() {}

  public static void put(ObjectNode json, String name, double value) {
    var rounded =
        BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    // Without the zeros 80 would be written 8E+1.
    json.put(name, rounded.setScale(Math.max(0, rounded.scale())));
  }

  public static void put(ObjectNode json, String name, OptionalDouble value) {
    if (value.isEmpty()) {
      json.putNull(name);
    } else {
      put(json, name, value.getAsDouble());
    }
  }

  /// `{"p50": …, "p99": …, "max": …}`
  public static void put(ObjectNode json, String name, Latency latency) {
    var millis = json.putObject(name);
    put(millis, "p50", latency.p50());
    put(millis, "p99", latency.p99());
    put(millis, "max", latency.max());
  }
}
