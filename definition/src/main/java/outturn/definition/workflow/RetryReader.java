package outturn.definition.workflow;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Form;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Nearest;
import outturn.definition.text.Node;
import outturn.definition.text.Node.ScalarKind;
import outturn.definition.workflow.Retry.Backoff;

/// Reads `retry:`.
final class RetryReader {
  private static final Duration DELAY_DEFAULT = Duration.ofSeconds(10);
  private static final Duration MAX_DELAY_DEFAULT = Duration.ofHours(1);

  /// A lost attempt is a matter of `onLost`; what did not come about does not by another try.
  private static final List<String> KINDS =
      Arrays.stream(FailureKind.values())
          .filter(kind -> kind != FailureKind.LOST && kind != FailureKind.FORCED)
          .filter(kind -> kind != FailureKind.UNMET)
          .map(Choices::word)
          .toList();

  /// What is retried: an exit code or a kind of failure.
  private sealed interface Cause {
    record Exit(int code) implements Cause {}

    record Kind(FailureKind kind) implements Cause {}
  }

  private static final Key<Integer> ATTEMPTS =
      Key.required("attempts", Forms.whole(1, 1000), "How many in all, the first included.");
  private static final Key<Duration> DELAY =
      Key.optional("delay", Forms.duration(), "The wait before the second attempt; 10s.");
  private static final Key<Backoff> BACKOFF =
      Key.optional("backoff", Choices.of(Backoff.class), "How the wait grows; fixed.");
  private static final Key<Duration> MAX_DELAY =
      Key.optional("maxDelay", Forms.duration(), "No wait is longer; 1h.");
  private static final Key<List<Cause>> ON =
      Key.optional("on", Groups.oneOrMany(cause()), "Exit codes and kinds of failure; all.");
  private static final Shape SHAPE =
      new Shape("retry rule", ATTEMPTS, DELAY, BACKOFF, MAX_DELAY, ON);

  static final Key<Values> RETRY =
      Key.optional("retry", SHAPE.form(), "How often and when a failed attempt is repeated.");

  private RetryReader() {}

  static Retry read(Values values) {
    var exitCodes = new HashSet<Integer>();
    var failures = new HashSet<FailureKind>();
    for (var cause : values.list(ON)) {
      switch (cause) {
        case Cause.Exit exit -> exitCodes.add(exit.code());
        case Cause.Kind kind -> failures.add(kind.kind());
      }
    }
    return new Retry(
        values.get(ATTEMPTS, 1),
        values.get(DELAY, DELAY_DEFAULT),
        values.get(BACKOFF, Backoff.FIXED),
        values.get(MAX_DELAY, MAX_DELAY_DEFAULT),
        exitCodes,
        failures);
  }

  private static Form<Cause> cause() {
    var exit = Forms.whole(0, 255);
    return new Form<>(
        "an exit code or one of " + String.join(", ", KINDS),
        Map.of("anyOf", List.of(exit.schema(), Map.of("enum", KINDS))),
        (form, node, problems) -> {
          if (!(node instanceof Node.Scalar scalar)) return form.refuse(node, problems);
          if (scalar.kind() == ScalarKind.WHOLE) {
            return exit.read(node, problems).map(Cause.Exit::new);
          }
          if (KINDS.contains(scalar.text())) {
            var name = scalar.text().toUpperCase(Locale.ROOT);
            return Optional.of(new Cause.Kind(FailureKind.valueOf(name)));
          }
          problems.add(
              node.position(),
              "unknown-word",
              "expected %s, found %s".formatted(form.expected(), node.told()),
              Nearest.to(scalar.text(), KINDS).map("did you mean '%s'?"::formatted).orElse(""));
          return Optional.empty();
        });
  }
}
