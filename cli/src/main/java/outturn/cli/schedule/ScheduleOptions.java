package outturn.cli.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Json;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The keys of a schedule as options.
final class ScheduleOptions {
  private static final JsonMapper JSON = new JsonMapper();

  @Option(names = "--cron", paramLabel = "TEXT", description = "minute hour day month weekday")
  private @Nullable String cron;

  @Option(names = "--rrule", paramLabel = "TEXT", description = "a recurrence rule of RFC 5545")
  private @Nullable String rrule;

  @Option(names = "--every", paramLabel = "DURATION", description = "time that passes: 90m")
  private @Nullable String every;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      split = ",",
      description = "local times such as 2026-12-24T18:00")
  private List<String> at = new ArrayList<>();

  @Option(names = "--start", paramLabel = "TIME", description = "local date or time of its first")
  private @Nullable String start;

  @Option(names = "--end", paramLabel = "TIME", description = "local date or time of its end")
  private @Nullable String end;

  @Option(names = "--timezone", paramLabel = "ZONE", description = "of the times; default: UTC")
  private @Nullable String timezone;

  @Option(
      names = "--dst",
      paramLabel = "RULE",
      split = ",",
      description = "what clock changes do: gap=shift|skip,overlap=first|last|both")
  private Map<String, String> dst = Map.of();

  @Option(
      names = "--on-non-working-day",
      paramLabel = "WHAT",
      description = "skip, next, previous or run; default: skip")
  private @Nullable String onNonWorkingDay;

  @Option(
      names = "--working-days",
      paramLabel = "N",
      split = ",",
      description = "only these working days of the month, -1 the last")
  private List<Integer> workingDays = new ArrayList<>();

  @Option(names = "--shift", paramLabel = "N", description = "move by so many working days")
  private @Nullable Integer shift;

  /// A document of a project with this schedule in it.
  String document(Optional<String> calendar) {
    var workflow = Json.object().put("kind", "workflow").put("name", "w");
    var schedule = workflow.putArray("schedules").addObject().put("name", "s");
    keys().forEach(schedule::set);
    calendar.ifPresent(name -> schedule.put("calendar", name));
    workflow.putObject("tasks").putObject("t").putArray("run").add("true");
    return workflow.toString();
  }

  /// Those that were given.
  private Map<String, JsonNode> keys() {
    var keys = new LinkedHashMap<String, JsonNode>();
    put(keys, "cron", cron);
    put(keys, "rrule", rrule);
    put(keys, "every", every);
    put(keys, "start", start);
    put(keys, "end", end);
    put(keys, "timezone", timezone);
    put(keys, "onNonWorkingDay", onNonWorkingDay);
    if (!at.isEmpty()) keys.put("at", JSON.valueToTree(at));
    if (!dst.isEmpty()) keys.put("dst", JSON.valueToTree(dst));
    if (!workingDays.isEmpty()) keys.put("workingDays", JSON.valueToTree(workingDays));
    if (shift != null) keys.put("shift", JSON.valueToTree(shift));
    return keys;
  }

  private static void put(Map<String, JsonNode> keys, String key, @Nullable String value) {
    if (value != null) keys.put(key, JSON.valueToTree(value));
  }
}
