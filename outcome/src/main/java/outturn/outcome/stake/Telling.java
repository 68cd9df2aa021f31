package outturn.outcome.stake;

import java.util.List;
import outturn.definition.service.Service;

/// Which of what is at risk the business side is to hear of: what is more likely late than not, or
/// late, and not below what the service says.
public final class Telling {
  private static final double DOUBTFUL = .5;

  private Telling() {}

  /// Lines of services that tell somebody.
  public static List<Stake> of(AtRisk atRisk) {
    return atRisk.stakes().stream()
        .filter(Telling::matters)
        .filter(
            stake -> stake.by().service().tell().filter(tell -> isEnough(stake, tell)).isPresent())
        .toList();
  }

  private static boolean matters(Stake stake) {
    return switch (stake.threat().standing()) {
      case PREDICTED -> stake.threat().chance() < DOUBTFUL;
      case LATE -> true;
      case DONE_LATE -> false;
    };
  }

  /// Where an amount is asked for, what has no figure in its currency is not enough.
  private static boolean isEnough(Stake stake, Service.Tell tell) {
    if (tell.above().isEmpty()) return true;
    var above = tell.above().get();
    return stake
        .loss()
        .filter(loss -> loss.currency().equals(above.currency()))
        .filter(loss -> loss.likely().likely() >= above.amount())
        .isPresent();
  }
}
