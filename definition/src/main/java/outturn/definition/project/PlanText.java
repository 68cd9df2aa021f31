package outturn.definition.project;

import java.util.Optional;
import java.util.stream.Stream;
import outturn.definition.project.ProjectPlan.Verb;

/// A plan for people to read.
public final class PlanText {
  private static final int LONGEST = 80;

  private PlanText() {}

  /// Lines that end with a line feed.
  public static String render(ProjectPlan plan) {
    if (plan.isEmpty()) return "nothing changes\n";
    var text = new StringBuilder();
    for (var object : plan.objects()) {
      text.append("%s %s %s\n".formatted(sign(object.verb()), object.kind().word(), object.name()));
      for (var field : object.fields()) {
        text.append(
            "    %s: %s -> %s\n"
                .formatted(field.path(), value(field.before()), value(field.after())));
      }
    }
    for (var file : plan.files()) {
      text.append("%s file %s\n".formatted(sign(file.verb()), file.path()));
    }
    return text.append(summary(plan)).toString();
  }

  private static String sign(Verb verb) {
    return switch (verb) {
      case CREATE -> "+";
      case CHANGE -> "~";
      case REMOVE -> "-";
    };
  }

  private static String value(Optional<String> value) {
    if (value.isEmpty()) return "(nothing)";
    var line = value.get().strip().replace("\n", "\\n");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }

  private static String summary(ProjectPlan plan) {
    return "%d to create, %d to change, %d to remove\n"
        .formatted(count(plan, Verb.CREATE), count(plan, Verb.CHANGE), count(plan, Verb.REMOVE));
  }

  private static long count(ProjectPlan plan, Verb verb) {
    return Stream.concat(
            plan.objects().stream().map(ProjectPlan.ObjectChange::verb),
            plan.files().stream().map(ProjectPlan.FileChange::verb))
        .filter(each -> each == verb)
        .count();
  }
}
