package outturn.evidence.survey;

import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;

/// How many of those who were asked have answered: what no interval knows of.
///
/// In the manner of RR2 in AAPOR, *Standard Definitions* (2023): partial answers count.
///
/// @param share in 0..1
public record ResponseRate(int complete, int partial, int invited, double share) {

  /// @param invited all who were asked and belong to the population
  public static Answer<ResponseRate> of(int complete, int partial, int invited) {
    if (complete < 0 || partial < 0 || invited < 1 || complete + partial > invited) {
      return Answer.refused(
          Reason.OUT_OF_RANGE,
          "%d complete and %d partial answers of %d invitations are no response rate; expected at least one invitation and no more answers than these."
              .formatted(complete, partial, invited));
    }
    double share = (complete + partial) / (double) invited;
    return Answer.found(new ResponseRate(complete, partial, invited, share));
  }
}
