package outturn.http.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import outturn.definition.precedence.Priority;
import outturn.definition.text.Nearest;
import outturn.engine.verb.Verb;
import outturn.http.json.JsonObject;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;

/// Verbs, as requests name them.
final class Verbs {
  private static final List<String> WORDS =
      List.of(
          "hold",
          "release",
          "skip",
          "rerun",
          "force-success",
          "force-failure",
          "cancel",
          "kill",
          "run-now",
          "bypass",
          "prioritise");

  private Verbs() {}

  /// The verb of a request's body, under `verb`; a rerun has its `extent`, a forced success its
  /// `outputs`.
  static Verb of(JsonObject body) {
    var word = body.text("verb");
    if (!word.equals("rerun") && body.has("extent")) {
      throw bad("'extent' is for the verb rerun, not for " + word);
    }
    if (!word.equals("force-success") && body.has("outputs")) {
      throw bad("'outputs' are for the verb force-success, not for " + word);
    }
    return switch (word) {
      case "hold" -> new Verb.Hold();
      case "release" -> new Verb.Release();
      case "skip" -> new Verb.Skip();
      case "rerun" -> new Verb.Rerun(extent(body.find("extent"), body.has("task")));
      case "force-success" -> new Verb.ForceSuccess(body.values("outputs"));
      case "force-failure" -> new Verb.ForceFailure();
      case "cancel" -> new Verb.Cancel();
      case "kill" -> new Verb.Kill();
      case "run-now" -> new Verb.RunNow();
      case "bypass" -> new Verb.Bypass();
      case "prioritise" -> new Verb.Prioritise(level(body));
      default -> throw bad("'%s' is not a verb; %s".formatted(word, Nearest.hint(word, WORDS)));
    };
  }

  private static int level(JsonObject body) {
    int level = body.whole("level");
    if (level >= Priority.LOWEST && level <= Priority.HIGHEST) return level;
    throw bad("'level' is to be from 1, last, to 5, first, not " + level);
  }

  /// Without a word: this task, or what failed of the run.
  private static Verb.Extent extent(Optional<String> word, boolean ofTask) {
    if (word.isEmpty()) return ofTask ? Verb.Extent.THIS : Verb.Extent.FAILED;
    return Arrays.stream(Verb.Extent.values())
        .filter(extent -> extent.word().equals(word.get()))
        .findFirst()
        .orElseThrow(() ->
            bad(
                "'extent' is to be one of %s, not '%s'"
                    .formatted(
                        Arrays.stream(Verb.Extent.values())
                            .map(Verb.Extent::word)
                            .collect(Collectors.joining(", ")),
                        word.get())));
  }

  private static RuntimeException bad(String detail) {
    return Problem.of(Code.BAD_REQUEST, detail).refused();
  }
}
