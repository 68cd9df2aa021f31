package outturn.charts.answers;

import java.util.List;

/// Those who were asked together, such as in one wave, and what they answered.
///
/// @param name empty where there is but one group
/// @param answers in the order in which they are drawn
public record Group(String name, List<Answer> answers) {
  /// How many gave an answer, or one of those in a range.
  public record Answer(String label, Side side, int count) {}

  /// What an answer counts for.
  public enum Side {
    FOR,
    NEITHER,
    AGAINST
  }

  public Group {
    answers = List.copyOf(answers);
  }

  int size() {
    return answers.stream().mapToInt(Answer::count).sum();
  }
}
