package outturn.http.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.engine.run.AttemptId;
import outturn.engine.run.Origin;
import outturn.engine.run.Rows;
import outturn.runtime.project.InForce;
import outturn.store.run.RunEntry;

/// Runs as lists have them: one line each.
public final class RunSummary {
  private final InForce inForce;

  public RunSummary(InForce inForce) {
    this.inForce = inForce;
  }

  /// A run that somebody just started, from its row alone.
  RunEntry entry(Rows.RunRow row) {
    var project = inForce.version(row.version()).project();
    return new RunEntry(row, project, Optional.empty(), 0, Optional.empty());
  }

  /// The members of a run's JSON, to which others may be added.
  public Map<String, @Nullable Object> of(RunEntry entry) {
    var row = entry.row();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("id", row.id().toString());
    json.put("workflow", row.order().workflow());
    json.put("project", entry.project());
    json.put("version", inForce.version(row.version()).number());
    json.put("state", row.state().word());
    json.put("businessDate", row.order().businessDate());
    json.put("created", row.times().created());
    json.put("started", row.times().started().orElse(null));
    json.put("ended", row.times().ended().orElse(null));
    json.put("due", row.order().due().orElse(null));
    json.put("startedBy", origin(entry));
    json.put("cancelledBy", row.cancelledBy().orElse(null));
    json.put("note", entry.note().orElse(null));
    json.put("warnings", entry.warnings());
    json.put("priority", row.order().terms().priority().orElse(null));
    json.put("backfill", row.order().terms().backfill().orElse(null));
    return json;
  }

  private record Parent(String run, String task, Optional<Integer> item) {}

  private static Map<String, Object> origin(RunEntry entry) {
    return switch (entry.row().order().origin()) {
      case Origin.User(var name) -> Map.of("user", name);
      case Origin.Schedule(var id) ->
          Map.of("schedule", entry.schedule().orElse(Long.toString(id)));
      case Origin.Trigger(var name) -> Map.of("trigger", name);
      case Origin.Parent(var attempt) -> Map.of("parent", parent(attempt));
    };
  }

  private static Parent parent(AttemptId attempt) {
    return new Parent(
        attempt.run().toString(), attempt.task(), Optional.of(attempt.item()).filter(i -> i > 0));
  }
}
