package outturn.evidence.synthetic;

/// Place of the treated unit by the ratio of squared gaps after and before; 1 is the largest.
///
/// @param most placebos whose squared gap before is more than so many times that of the treated
///   unit are left out; infinite if none is
/// @param of number of units that are ranked, with the treated one
public record Rank(double most, int rank, int of) {
  /// Probability of such a place or a better one, were the treated unit drawn at random.
  public double p() {
    return (double) rank / of;
  }
}
