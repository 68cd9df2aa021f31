package outturn.outcome.survey;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one person answered; nothing of it says who.
///
/// @param groups one for each attribute of the population
/// @param answers by item: a point, a number of minutes, the name of a choice, [#NOT_APPLICABLE],
///   or a comment
public record Response(List<String> groups, Map<String, String> answers) {
  /// The answer that a question does not apply.
  public static final String NOT_APPLICABLE = "na";

  public Response {
    groups = List.copyOf(groups);
    answers = Map.copyOf(answers);
  }

  /// The answer to an item, if there is one that counts.
  Optional<String> answer(String item) {
    return Optional.ofNullable(answers.get(item)).filter(each -> !each.equals(NOT_APPLICABLE));
  }
}
