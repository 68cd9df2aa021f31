package outturn.cli.crontab;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import outturn.cli.crontab.CrontabLine.Setting;
import outturn.definition.text.Nearest;

/// What the lines above an entry set for it.
///
/// @param variables what its command sees, in the order of the lines
/// @param zones of its time fields: `CRON_TZ` and `TZ`
record Settings(Map<String, String> variables, Map<String, String> zones) {
  private static final String CRON_ZONE = "CRON_TZ";
  private static final String ZONE = "TZ";
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,126}");
  private static final Pattern COUNTED = Pattern.compile("(?i)(GMT|UTC|UT|[A-Z]{3,4})[-+]?[0-9].*");

  static final Settings NONE = new Settings(Map.of(), Map.of());

  Settings {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    zones = Map.copyOf(zones);
  }

  Settings with(Setting setting) {
    return switch (setting.name()) {
      case CRON_ZONE -> new Settings(variables, and(zones, setting.name(), setting.value()));
      case ZONE ->
          new Settings(
              and(variables, setting.name(), setting.value()),
              and(zones, setting.name(), setting.value()));
      case "MAILTO", "MAILFROM", "CONTENT_TYPE", "CONTENT_TRANSFER_ENCODING" -> this;
      case "RANDOM_DELAY", "START_HOURS_RANGE" -> this;
      default ->
          VARIABLE.matcher(setting.name()).matches()
              ? new Settings(and(variables, setting.name(), setting.value()), zones)
              : this;
    };
  }

  private static Map<String, String> and(Map<String, String> map, String name, String value) {
    var more = new LinkedHashMap<>(map);
    more.put(name, value);
    return more;
  }

  /// What is not taken over from a line.
  static List<Remark> remarks(Setting setting) {
    return switch (setting.name()) {
      case "MAILTO", "MAILFROM" ->
          setting.value().isEmpty()
              ? List.of()
              : List.of(Remark.difference("no mail is sent: the output is in the log of each run"));
      case "RANDOM_DELAY" ->
          List.of(Remark.difference("the random delay is left out: runs start when they are due"));
      case "START_HOURS_RANGE" ->
          List.of(Remark.difference("this is a setting of anacron, and left out"));
      case ZONE ->
          List.of(
              Remark.hint(
                  "TZ is taken for the zone of the times and of the commands; some crons"
                      + " take it for the commands only"));
      default -> List.of();
    };
  }

  /// Why a line cannot be taken; empty if it can.
  static Optional<String> problem(Setting setting) {
    if (setting.name().equals(CRON_ZONE) || setting.name().equals(ZONE)) {
      return problem(setting.value());
    }
    if (VARIABLE.matcher(setting.name()).matches()) return Optional.empty();
    return Optional.of("'%s' is no name of an environment variable".formatted(setting.name()));
  }

  /// Why a zone cannot be taken; the empty one is that of the table.
  static Optional<String> problem(String zone) {
    if (zone.isEmpty()) return Optional.empty();
    if (COUNTED.matcher(zone).matches() && !ZoneId.getAvailableZoneIds().contains(zone)) {
      return Optional.of(
          "the zone '%s' counts west of Greenwich where others count east: write one such as %s"
              .formatted(zone, "Europe/London"));
    }
    try {
      ZoneId.of(zone);
      return Optional.empty();
    } catch (DateTimeException unknown) {
      var near = Nearest.to(zone, ZoneId.getAvailableZoneIds());
      return Optional.of(
          "there is no time zone '%s'%s"
              .formatted(zone, near.map("; did you mean '%s'?"::formatted).orElse("")));
    }
  }

  /// The zone of the times; empty when the lines name none.
  String zone() {
    var zone = zones.getOrDefault(CRON_ZONE, zones.getOrDefault(ZONE, ""));
    return zone.startsWith(":") ? zone.substring(1) : zone;
  }

  /// What runs the commands.
  String shell() {
    return variables.getOrDefault("SHELL", "/bin/sh");
  }

  Settings withHome(String folder) {
    return new Settings(and(variables, "HOME", folder), zones);
  }

  boolean hasHome() {
    return variables.containsKey("HOME");
  }
}
