package outturn.runtime.survey;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import outturn.definition.survey.Item;
import outturn.definition.survey.Survey;

/// Holds the words of a question while its version stays: answers to other words are no trend.
final class Wording {
  private Wording() {}

  /// What is wrong with asking a survey after it was asked in other words.
  static Optional<String> change(Survey before, Survey now) {
    Map<String, Item> known =
        before.items().stream().collect(Collectors.toMap(Item::name, Function.identity()));
    return now.items().stream()
        .filter(item -> {
          var old = known.get(item.name());
          return old != null && old.version() == item.version() && !old.equals(item);
        })
        .findFirst()
        .map(item ->
            "the item '%s' has other words or another type than in the wave before, under the same version; write version: %d, so that nobody takes the answers for one trend"
                .formatted(item.name(), item.version() + 1));
  }
}
