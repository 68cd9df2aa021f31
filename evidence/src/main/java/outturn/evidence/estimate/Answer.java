package outturn.evidence.estimate;

import java.util.Optional;
import java.util.function.Function;

/// What an estimator answers: what it found, or why there is nothing to find in these data.
public sealed interface Answer<T> {
  record Found<T>(T value) implements Answer<T> {}

  record Refused<T>(Refusal why) implements Answer<T> {}

  static <T> Answer<T> found(T value) {
    return new Found<>(value);
  }

  /// @param text what was expected, what was found and what to do, as one sentence
  static <T> Answer<T> refused(Reason reason, String text) {
    return new Refused<>(new Refusal(reason, text));
  }

  default Optional<T> result() {
    return switch (this) {
      case Found<T>(var found) -> Optional.of(found);
      case Refused<T> _ -> Optional.empty();
    };
  }

  default Optional<Refusal> refusal() {
    return switch (this) {
      case Found<T> _ -> Optional.empty();
      case Refused<T>(var refusal) -> Optional.of(refusal);
    };
  }

  /// The next step, which is left out when this one was refused.
  default <U> Answer<U> then(Function<T, Answer<U>> next) {
    return switch (this) {
      case Found<T>(var found) -> next.apply(found);
      case Refused<T>(var refusal) -> new Refused<>(refusal);
    };
  }
}
