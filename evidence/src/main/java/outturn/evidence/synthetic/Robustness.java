package outturn.evidence.synthetic;

import java.util.List;

/// How the effect stands up to other donors and other dates.
///
/// @param ranks without a filter, then without placebos that fit 20 and 5 times worse
public record Robustness(
    List<Placebo> placebos,
    List<Rank> ranks,
    List<WithoutDonor> withoutDonors,
    List<FakeStart> fakeStarts) {
  public Robustness {
    placebos = List.copyOf(placebos);
    ranks = List.copyOf(ranks);
    withoutDonors = List.copyOf(withoutDonors);
    fakeStarts = List.copyOf(fakeStarts);
  }
}
