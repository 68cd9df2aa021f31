package outturn.cli.operate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Json;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// The options that choose many runs.
final class Filter {
  @Option(names = "--workflow", paramLabel = "NAME", description = "all runs of this workflow")
  private @Nullable String workflow;

  @Option(names = "--project", paramLabel = "NAME", description = "all runs of this project")
  private @Nullable String project;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      split = ",",
      description = "all runs in these states; default: those that the verb is for")
  private List<String> states = new ArrayList<>();

  @Option(
      names = "--business-date",
      paramLabel = "DATE",
      description = "all runs for this business date")
  private @Nullable LocalDate date;

  @Option(names = "--backfill", paramLabel = "ID", description = "all runs of this backfill")
  private @Nullable String backfill;

  @Option(names = "--limit", paramLabel = "N", description = "so many at most, newest first")
  private @Nullable Integer limit;

  @Option(
      names = "--yes",
      description = "do it; without this the runs of the filter are only shown")
  private boolean yes;

  boolean isEmpty() {
    return workflow == null
        && project == null
        && states.isEmpty()
        && date == null
        && backfill == null;
  }

  boolean confirmed() {
    return yes;
  }

  void limit(ObjectNode body) {
    if (limit != null) body.put("limit", limit);
  }

  ObjectNode json() {
    var json = Json.object();
    if (workflow != null) json.put("workflow", workflow);
    if (project != null) json.put("project", project);
    if (backfill != null) json.put("backfill", backfill);
    if (date != null) json.put("businessDate", date.toString());
    if (!states.isEmpty()) {
      var list = json.putArray("states");
      states.forEach(list::add);
    }
    return json;
  }
}
