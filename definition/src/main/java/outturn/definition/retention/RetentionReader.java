package outturn.definition.retention;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import outturn.definition.shape.Form;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Problems;

/// Reads `retention:`.
public final class RetentionReader {
  private static final Duration LEAST = Duration.ofDays(1);
  private static final Duration MOST = Duration.ofDays(3650);

  private static final Key<Duration> RUNS =
      Key.optional("runs", kept(), "Runs with their attempts and outputs; 400d.");
  private static final Key<Placed<Duration>> LOGS =
      Key.optional("logs", kept().placed(), "What they wrote; 30d.");

  public static final Key<Values> RETENTION =
      Key.optional(
          "retention",
          new Shape("retention", RUNS, LOGS).form(),
          "How long its runs and their logs are kept after they have ended.");

  private RetentionReader() {}

  public static Retention read(Values values, Problems problems) {
    var runs = values.get(RUNS, Retention.USUAL.runs());
    var logs = values.find(LOGS);
    logs.filter(written -> written.value().compareTo(runs) > 0)
        .ifPresent(written ->
            problems.add(
                written.position(),
                "not-in-order",
                "logs are not kept longer than the runs that wrote them, %d days"
                    .formatted(runs.toDays()),
                "keep the runs longer, or the logs not as long"));
    var wanted = logs.map(Placed::value).orElse(Retention.USUAL.logs());
    return new Retention(runs, wanted.compareTo(runs) > 0 ? runs : wanted);
  }

  private static Form<Duration> kept() {
    var duration = Forms.duration();
    return new Form<>(
        "a duration from 1d to 3650d",
        Map.of("type", "string", "pattern", "^[0-9]{1,9}(ms|s|m|h|d|w)$"),
        (form, node, problems) -> {
          var value = duration.read(node, problems);
          if (value.isEmpty()) return value;
          if (value.get().compareTo(LEAST) >= 0 && value.get().compareTo(MOST) <= 0) return value;
          problems.add(
              node.position(),
              "out-of-range",
              "expected %s, found %s".formatted(form.expected(), node.told()));
          return Optional.empty();
        });
  }
}
