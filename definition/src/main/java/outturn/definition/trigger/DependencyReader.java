package outturn.definition.trigger;

import java.time.Duration;
import java.util.List;
import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Problems;
import outturn.definition.trigger.Dependency.Otherwise;

/// Reads `dependsOn:`.
public final class DependencyReader {
  static final Key<Placed<String>> WORKFLOW =
      Key.required("workflow", Forms.name().placed(), "The workflow whose run it is about.");
  static final Key<String> PROJECT =
      Key.optional("project", Forms.name(), "The project of that workflow; this one by default.");
  static final Key<Placed<String>> TASK =
      Key.optional("task", Forms.name().placed(), "The task of it; the whole run by default.");
  private static final Key<DateShift> BUSINESS_DATE =
      Key.optional(
          "businessDate", DateShiftForm.form(), "Which run: same, previous, or days; same.");
  private static final Key<Duration> WITHIN =
      Key.optional("within", Forms.duration(), "How long it waits; as long as it takes.");
  private static final Key<Otherwise> OTHERWISE =
      Key.optional("otherwise", Choices.of(Otherwise.class), "When it has waited so long; fail.");

  private static final Shape SHAPE =
      new Shape("dependency", WORKFLOW, PROJECT, TASK, BUSINESS_DATE, WITHIN, OTHERWISE);

  /// The key of a workflow.
  public static final Key<List<Values>> DEPENDS_ON =
      Key.optional(
          "dependsOn",
          Groups.list(SHAPE.form()),
          "Runs of other workflows that must have succeeded before a run of this one begins.");

  private final Uses uses;
  private final Problems problems;

  public DependencyReader(Uses uses, Problems problems) {
    this.uses = uses;
    this.problems = problems;
  }

  public List<Dependency> read(List<Values> written) {
    return written.stream().map(this::read).toList();
  }

  private Dependency read(Values values) {
    if (values.has(OTHERWISE) && !values.has(WITHIN)) {
      problems.add(
          values.keyPosition(OTHERWISE),
          "misplaced-key",
          "otherwise says what happens after within",
          "add within: 4h, or take otherwise away");
    }
    note(values, uses);
    return new Dependency(
        values.find(WORKFLOW).map(Placed::value).orElse(""),
        values.find(TASK).map(Placed::value),
        values.get(BUSINESS_DATE, DateShift.SAME),
        values.find(WITHIN),
        values.get(OTHERWISE, Otherwise.FAIL));
  }

  /// Takes note of a workflow, and of its task, that have to be in this project.
  static void note(Values values, Uses uses) {
    var workflow = values.find(WORKFLOW);
    if (workflow.isEmpty() || values.has(PROJECT)) return;
    uses.note(Use.Target.WORKFLOW, workflow.get());
    values
        .find(TASK)
        .ifPresent(task ->
            uses.note(
                Use.Target.TASK, workflow.get().value() + "/" + task.value(), task.position()));
  }
}
