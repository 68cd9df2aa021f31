package outturn.definition.policy;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import outturn.definition.calendar.WorkingDays;
import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Form;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Heading;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;

/// Reads documents of kind `policy`.
public final class PolicyReader {
  private static final String NONE = "none";
  private static final int MOST = 10_000;
  private static final ZoneId UTC = ZoneId.of("UTC");

  private static final Key<List<Values>> DURING =
      Key.optional(
          "during",
          Groups.filled(Groups.oneOrMany(WindowReader.SHAPE.form())),
          "When it is in force; always by default.");
  private static final Key<ZoneId> TIMEZONE =
      Key.optional("timezone", Forms.zone(), "The zone of its times; UTC.");
  private static final Key<List<Placed<String>>> WORKFLOWS =
      Key.optional(
          "workflows",
          Groups.filled(Groups.oneOrMany(pattern().placed())),
          "Names of workflows, or patterns of them with * and ?.");
  private static final Key<List<Selection.Type>> TASKS =
      Key.optional(
          "tasks",
          Groups.filled(Groups.oneOrMany(Choices.of(Selection.Type.class))),
          "What the tasks do.");
  private static final Key<List<Placed<String>>> POOLS =
      Key.optional(
          "pools",
          Groups.filled(Groups.oneOrMany(Forms.name().placed())),
          "Pools of which the tasks hold one.");
  private static final Shape SELECTION_SHAPE = new Shape("selection", WORKFLOWS, TASKS, POOLS);
  private static final Key<Values> APPLIES =
      Key.optional(
          "applies", SELECTION_SHAPE.form(), "Which tasks it is about; all of the project.");
  private static final Key<Integer> ALLOW =
      Key.required("allow", amount(), "none, or how many of these tasks may run at once.");

  public static final Shape SHAPE =
      new Shape(
          "policy", Heading.KIND, Heading.NAME, Heading.TITLE, DURING, TIMEZONE, APPLIES, ALLOW);

  private final WindowReader windows;
  private final Uses uses;

  /// @param calendars those of the project, by name
  public PolicyReader(
      Function<String, Optional<WorkingDays>> calendars, Uses uses, Problems problems) {
    this.windows = new WindowReader(calendars, uses, problems);
    this.uses = uses;
  }

  private static Form<String> pattern() {
    return Forms.named(
        "the name of a workflow, or a pattern such as month-end-*", "[a-z*?][a-z0-9*?-]{0,62}");
  }

  private static Form<Integer> amount() {
    var expected = "none, or a whole number from 1 to " + MOST;
    var number = Map.of("type", "integer", "minimum", 1, "maximum", MOST);
    return new Form<>(
        expected,
        Map.of("anyOf", List.of(Map.of("const", NONE), number)),
        (form, node, problems) -> {
          if (!(node instanceof Node.Scalar scalar)) return form.refuse(node, problems);
          if (scalar.text().equals(NONE)) return Optional.of(0);
          if (scalar.kind() != Node.ScalarKind.WHOLE) return form.refuse(node, problems);
          var many = Forms.wholeOf(scalar.text()).filter(found -> found >= 1 && found <= MOST);
          if (many.isEmpty()) {
            problems.add(
                node.position(),
                "out-of-range",
                "expected %s, found %s".formatted(expected, node.told()));
          }
          return many.map(Long::intValue);
        });
  }

  public Policy read(Values values) {
    var name = values.text(Heading.NAME);
    return new Policy(
        name,
        values.get(Heading.TITLE, name),
        values.list(DURING).stream().map(windows::read).toList(),
        values.get(TIMEZONE, UTC),
        values.find(APPLIES).map(this::selection).orElse(Selection.ALL),
        values.get(ALLOW, 0));
  }

  private Selection selection(Values values) {
    var workflows =
        values.list(WORKFLOWS).stream().map(each -> uses.note(Use.Target.WORKFLOW, each)).toList();
    var pools = values.list(POOLS).stream().map(each -> uses.note(Use.Target.POOL, each)).toList();
    return new Selection(workflows, Set.copyOf(values.list(TASKS)), Set.copyOf(pools));
  }
}
