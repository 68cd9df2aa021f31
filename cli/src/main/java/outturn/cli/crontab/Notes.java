package outturn.cli.crontab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What holds for several lines of a crontab, told once.
final class Notes {
  private final List<Integer> relative = new ArrayList<>();
  private final List<Integer> ofRoot = new ArrayList<>();

  void look(int line, String user, String command) {
    if (CommandHints.isRelative(command)) relative.add(line);
    if (user.equals("root")) ofRoot.add(line);
  }

  List<String> told() {
    var told = new ArrayList<String>();
    if (!relative.isEmpty()) {
      told.add(
          "relative paths (%s): cron starts in the user's home folder, Outturn in the project's"
              .formatted(lines(relative)));
    }
    if (!ofRoot.isEmpty()) {
      told.add(
          "jobs of root (%s): they do the same only if the server's user may do what root may"
              .formatted(lines(ofRoot)));
    }
    return told;
  }

  /// `line 3`, `lines 3, 5`.
  static String lines(List<Integer> numbers) {
    var listed = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return (numbers.size() == 1 ? "line " : "lines ") + listed;
  }
}
