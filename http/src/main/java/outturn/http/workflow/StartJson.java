package outturn.http.workflow;

import java.util.List;
import outturn.definition.trigger.Dependency;
import outturn.definition.trigger.Source;
import outturn.definition.trigger.Trigger;

/// What starts a workflow by events, and what its runs wait for, as JSON.
final class StartJson {
  private StartJson() {}

  /// @param together whether one event of each starts one run
  record Starting(String name, boolean together, List<String> events) {}

  /// @param of `workflow` or `workflow/task`
  record Needed(String of, String businessDate) {}

  static Starting of(Trigger trigger) {
    return new Starting(
        trigger.name(), trigger.joined(), trigger.parts().stream().map(StartJson::told).toList());
  }

  private static String told(Trigger.Part part) {
    var event =
        switch (part.source()) {
          case Source.Arrival arrival -> "file " + arrival.files().path();
          case Source.Webhook _ -> "webhook";
          case Source.Ending ending ->
              "end of "
                  + ending
                      .task()
                      .map(task -> ending.workflow() + "/" + task)
                      .orElse(ending.workflow());
          case Source.Cloud(var type, _, _) -> "CloudEvent " + type;
        };
    return part.name().isEmpty() ? event : part.name() + ": " + event;
  }

  static Needed of(Dependency dependency) {
    int days = dependency.date().days();
    return new Needed(
        dependency.path(),
        switch (days) {
          case 0 -> "same";
          case -1 -> "previous";
          default -> Integer.toString(days);
        });
  }
}
