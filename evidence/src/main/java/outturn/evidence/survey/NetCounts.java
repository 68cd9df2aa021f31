package outturn.evidence.survey;

import java.util.List;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;

/// Answers on a scale of 0 to 10 as they count for a net score: 9 and 10, 7 and 8, 0 to 6.
public record NetCounts(int promoters, int passives, int detractors) {
  private static final int PROMOTERS_FROM = 9;
  private static final int DETRACTORS_TO = 6;

  public static Answer<NetCounts> of(List<Integer> answers) {
    for (int answer : answers) {
      if (answer < 0 || answer > 10) {
        return Answer.refused(
            Reason.OUT_OF_RANGE,
            "An answer for a net score lies in 0..10, not at %d; correct it or leave it out."
                .formatted(answer));
      }
    }
    int promoters = (int) answers.stream().filter(answer -> answer >= PROMOTERS_FROM).count();
    int detractors = (int) answers.stream().filter(answer -> answer <= DETRACTORS_TO).count();
    return Answer.found(
        new NetCounts(promoters, answers.size() - promoters - detractors, detractors));
  }

  public int answers() {
    return promoters + passives + detractors;
  }
}
