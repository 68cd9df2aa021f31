package outturn.cli.forecast;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import outturn.cli.client.Fields;

/// Times of a forecast on the clock of the workflow's zone.
final class Moments {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final ZoneId zone;

  /// @param about whom the forecast is about
  Moments(Fields about) {
    this.zone = ZoneId.of(about.text("timezone"));
  }

  Moments(ZoneId zone) {
    this.zone = zone;
  }

  String of(Optional<Instant> time) {
    return time.map(at -> MINUTE.format(at.atZone(zone))).orElse("never");
  }

  static String percent(Optional<Double> chance) {
    return chance.map(share -> String.format(Locale.ROOT, "%.0f %%", share * 100)).orElse("");
  }
}
