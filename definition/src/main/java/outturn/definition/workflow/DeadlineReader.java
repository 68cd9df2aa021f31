package outturn.definition.workflow;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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

/// Reads `deadlines:`.
final class DeadlineReader {
  private static final String BY_SHAPE =
      "(\\+(?<days>[0-9]{1,2})d )?(?<hour>[01][0-9]|2[0-3]):(?<minute>[0-5][0-9])";
  private static final Pattern BY_PATTERN = Pattern.compile(BY_SHAPE);

  /// A time of day, counted from the business date when days are given.
  private record By(LocalTime time, Optional<Integer> days) {}

  private static final Key<Placed<String>> TASK =
      Key.optional("task", Forms.name().placed(), "The task it is about; else the whole run.");
  private static final Key<By> BY =
      Key.required(
          "by", by(), "06:30 is the first after the due time; +1d 06:30 counts from the date.");
  private static final Key<Double> WARN_BELOW =
      Key.optional(
          "warnBelow", Forms.percent(), "The chance of being met under which people are warned.");
  private static final Shape SHAPE = new Shape("deadline", Heading.NAME, TASK, BY, WARN_BELOW);

  static final Key<List<Values>> DEADLINES =
      Key.optional("deadlines", Groups.list(SHAPE.form()), "Promises about when it ends.");

  private final Problems problems;

  DeadlineReader(Problems problems) {
    this.problems = problems;
  }

  /// @param tasks the names of the workflow's tasks
  List<Deadline> read(List<Values> written, List<String> tasks) {
    var deadlines = new ArrayList<Deadline>();
    var names = new HashSet<String>();
    for (var values : written) {
      var name = values.text(Heading.NAME);
      if (!name.isEmpty() && !names.add(name)) {
        problems.add(
            values.position(Heading.NAME),
            "duplicate-name",
            "there are two deadlines '%s'".formatted(name),
            "rename one of them");
      }
      var task = values.find(TASK);
      task.filter(placed -> !tasks.contains(placed.value()))
          .ifPresent(placed -> problems.unknown(placed.position(), "task", placed.value(), tasks));
      var by = values.get(BY, new By(LocalTime.MIDNIGHT, Optional.empty()));
      deadlines.add(
          new Deadline(
              name,
              task.map(Placed::value),
              by.time,
              by.days,
              values.get(WARN_BELOW, Deadline.WARN_BELOW)));
    }
    return deadlines;
  }

  private static Form<By> by() {
    return new Form<>(
        "a time such as \"06:30\" or \"+1d 06:30\"",
        Map.of("type", "string", "pattern", "^(\\+[0-9]{1,2}d )?([01][0-9]|2[0-3]):[0-5][0-9]$"),
        (form, node, problems) -> {
          if (!(node instanceof Node.Scalar scalar)) return form.refuse(node, problems);
          var matcher = BY_PATTERN.matcher(scalar.text());
          if (!matcher.matches()) {
            problems.add(
                node.position(),
                "bad-time",
                "expected %s, found %s".formatted(form.expected(), node.told()));
            return Optional.empty();
          }
          var time =
              LocalTime.of(
                  Integer.parseInt(matcher.group("hour")),
                  Integer.parseInt(matcher.group("minute")));
          var days = Optional.ofNullable(matcher.group("days")).map(Integer::valueOf);
          return Optional.of(new By(time, days));
        });
  }
}
