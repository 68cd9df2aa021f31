package outturn.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import outturn.engine.decide.Change;
import outturn.engine.decide.Effect;

/// All that happened in one history, in order. Two plays of one seed tell the same, in any process.
final class Chronicle {
  // The order of an immutable map differs from one process to the next.
  private static final Pattern MAP = Pattern.compile("\\{([^{}]*)}");

  private final List<String> lines = new ArrayList<>();
  private long digest;
  private long now;

  void time(long nanos) {
    now = nanos;
  }

  void asks(String host, String what) {
    tell(host + " " + what);
  }

  void begins(Effect.Dispatch dispatch) {
    tell("begins %s %d".formatted(dispatch.attempt(), dispatch.token()));
  }

  void ends(long token) {
    tell("ends " + token);
  }

  void commits(List<Change> changes) {
    for (var change : changes) tell(text(change));
  }

  /// How all chance that was left over goes on.
  void closes(long next) {
    tell("closes with " + next);
  }

  private static String text(Change change) {
    if (change instanceof Change.Audited(var act, _)) return "Audited " + act.subject();
    return MAP.matcher(change.toString())
        .replaceAll(map ->
            Matcher.quoteReplacement(
                Arrays.stream(map.group(1).split(", ", -1)).sorted().toList().toString()));
  }

  private void tell(String what) {
    var line = now + " " + what;
    lines.add(line);
    digest = 31 * digest + line.hashCode();
  }

  /// The same for two histories in which the same happened.
  String digest() {
    return "%016x".formatted(digest);
  }

  List<String> lines() {
    return lines;
  }
}
