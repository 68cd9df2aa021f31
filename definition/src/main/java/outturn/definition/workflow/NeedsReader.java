package outturn.definition.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Form;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Named;
import outturn.definition.shape.Placed;
import outturn.definition.workflow.Task.End;

/// Reads `needs:` in its three forms: a name, a list of names, or names with the ends they may
/// have.
final class NeedsReader {
  private static final List<End> SUCCESS = List.of(End.SUCCEEDED);

  static final Key<List<Named<List<End>>>> NEEDS =
      Key.optional(
          "needs",
          form(),
          "What must have ended first: names, or names with succeeded, failed, skipped.");

  private NeedsReader() {}

  private static Form<List<Named<List<End>>>> form() {
    var one = Forms.name().placed().as(NeedsReader::success);
    var names = Forms.name();
    var mapping = Groups.map(names, Groups.oneOrMany(Choices.of(End.class)));
    return Groups.either(one.as(List::of), Groups.list(one), mapping);
  }

  private static Named<List<End>> success(Placed<String> name) {
    return new Named<>(name.value(), SUCCESS, name.position(), name.position());
  }

  /// The needs of a task without doubles.
  static List<Task.Need> needs(List<Named<List<End>>> written) {
    var needs = new LinkedHashMap<String, Task.Need>();
    for (var need : written) {
      needs.putIfAbsent(need.name(), new Task.Need(need.name(), need.value()));
    }
    return List.copyOf(needs.values());
  }
}
