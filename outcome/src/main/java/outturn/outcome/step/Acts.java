package outturn.outcome.step;

import java.time.LocalDate;
import java.util.List;
import outturn.outcome.register.Registration;

/// What people and the server did about an outcome.
///
/// @param agreements newest first
/// @param accepted the latest forecast of each measure that somebody accepted
/// @param registration of its analysis plan
/// @param evidence that is kept, newest first
public record Acts(
    List<Agreed> agreements,
    List<Accepted> accepted,
    Registration registration,
    List<Evidenced> evidence) {
  public Acts {
    agreements = List.copyOf(agreements);
    accepted = List.copyOf(accepted);
    evidence = List.copyOf(evidence);
  }

  /// What was found for a review.
  ///
  /// @param signedAs in what capacities: `owner`, `analyst`
  public record Evidenced(int version, LocalDate review, String hash, List<String> signedAs) {
    public Evidenced {
      signedAs = List.copyOf(signedAs);
    }
  }
}
