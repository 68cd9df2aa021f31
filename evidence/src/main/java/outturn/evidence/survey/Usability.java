package outturn.evidence.survey;

import java.util.List;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Finding;
import outturn.evidence.estimate.Reason;
import outturn.evidence.series.Series;

/// Questionnaires of usability that score 0..100 per respondent.
public enum Usability {
  /// System Usability Scale: ten items of 1..5, odd ones worded well and even ones badly.
  ///
  /// Brooke, *SUS: A 'Quick and Dirty' Usability Scale*, in Jordan and others, *Usability
  /// Evaluation in Industry* (1996), 189-194.
  SUS(10, 5),
  /// Two items of 1..7: "capabilities meet my requirements", "easy to use".
  ///
  /// Lewis, Utesch, Maher, *UMUX-LITE: When There's No Time for the SUS*, CHI (2013), 2099-2102;
  /// without its regression on SUS, which its author no longer recommends.
  UMUX_LITE(2, 7),
  /// The same two items of 1..5.
  UX_LITE(2, 5);

  private final int items;
  private final int points;

  Usability(int items, int points) {
    this.items = items;
    this.points = points;
  }

  /// The score of one respondent, 0..100.
  public Answer<Double> score(List<Integer> answers) {
    if (answers.size() != items) {
      return Answer.refused(
          Reason.OUT_OF_RANGE,
          "%s has %d items, not %d; leave out who did not answer all of them."
              .formatted(this, items, answers.size()));
    }
    double sum = 0;
    for (int i = 0; i < items; i++) {
      int answer = answers.get(i);
      if (answer < 1 || answer > points) {
        return Answer.refused(
            Reason.OUT_OF_RANGE,
            "Item %d of %s takes 1..%d, not %d; correct the answer or leave its respondent out."
                .formatted(i + 1, this, points, answer));
      }
      sum += isWordedBadly(i) ? points - answer : answer - 1;
    }
    return Answer.found(100 * sum / (items * (points - 1)));
  }

  /// The mean score with its interval, clipped to 0..100.
  public Answer<Finding> mean(
      List<List<Integer>> respondents, Population population, double level) {
    double[] scores = new double[respondents.size()];
    for (int i = 0; i < scores.length; i++) {
      switch (score(respondents.get(i))) {
        case Answer.Found<Double>(var score) -> scores[i] = score;
        case Answer.Refused<Double>(var why) -> {
          return new Answer.Refused<>(why);
        }
      }
    }
    return MeanScore.ofHundred(Series.of(scores), population, level);
  }

  private boolean isWordedBadly(int index) {
    return switch (this) {
      case SUS -> index % 2 == 1;
      case UMUX_LITE, UX_LITE -> false;
    };
  }
}
