package outturn.evidence.money;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;

/// The discount rates of one authority from a date on, by distance in years.
///
/// Rates are data: they are decided and revised. For real money only, that of one price year.
public final class DiscountTable {
  private final LocalDate validFrom;
  private final List<Band> bands;
  private final String source;

  /// A rate per year.
  ///
  /// @param toYear the last year that it counts for; year 0 is now
  /// @param rate such as .035
  public record Band(int toYear, double rate) {}

  private DiscountTable(LocalDate validFrom, List<Band> bands, String source) {
    this.validFrom = validFrom;
    this.bands = bands;
    this.source = source;
  }

  /// @param bands ascending, the first from year 1 on
  /// @param source title and place of the document that sets the rates
  public static Answer<DiscountTable> of(LocalDate validFrom, List<Band> bands, String source) {
    int before = 0;
    for (Band band : bands) {
      if (band.toYear() <= before || !(band.rate() > -1 && band.rate() < 1)) {
        return Answer.refused(
            Reason.OUT_OF_RANGE,
            "The bands of a discount table ascend in years and have rates between -1 and 1, but one of %s is %s to year %d; write .035 for 3.5 %%."
                .formatted(source, band.rate(), band.toYear()));
      }
      before = band.toYear();
    }
    return bands.isEmpty()
        ? Answer.refused(
            Reason.TOO_FEW,
            "A discount table has at least one band, and %s has none; give its rates."
                .formatted(source))
        : Answer.found(new DiscountTable(validFrom, List.copyOf(bands), source));
  }

  public LocalDate validFrom() {
    return validFrom;
  }

  public String source() {
    return source;
  }

  /// The last year that the table has a rate for.
  public int lastYear() {
    return bands.getLast().toYear();
  }

  /// What one unit of money in a year is worth now: the product of 1 / (1 + rate) over the years up
  /// to it. HM Treasury, *The Green Book*, annex 6.
  public Answer<Double> factor(int year) {
    Optional<Refusal> refusal = refusal(year);
    return refusal.isPresent()
        ? new Answer.Refused<>(refusal.get())
        : Answer.found(knownFactor(year));
  }

  /// The worth now of amounts per year, the first of year 0.
  public Answer<Double> presentValue(double... amounts) {
    Optional<Refusal> refusal = refusal(Math.max(0, amounts.length - 1));
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    double sum = 0;
    for (int year = 0; year < amounts.length; year++) {
      if (!Double.isFinite(amounts[year])) {
        return Answer.refused(
            Reason.NOT_A_NUMBER,
            "The amount of year %d is %s; expected a number, 0 where there is none."
                .formatted(year, amounts[year]));
      }
      sum += amounts[year] * knownFactor(year);
    }
    return Answer.found(sum);
  }

  Optional<Refusal> refusal(int year) {
    return year >= 0 && year <= lastYear()
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Reason.OUT_OF_RANGE,
                "%s has rates for years 0 to %d, not for %d; shorten the horizon or give a longer table."
                    .formatted(source, lastYear(), year)));
  }

  double knownFactor(int year) {
    double factor = 1;
    int from = 0;
    for (Band band : bands) {
      int years = Math.max(0, Math.min(year, band.toYear()) - from);
      factor /= StrictMath.pow(1 + band.rate(), years);
      from = band.toYear();
    }
    return factor;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s, from %s", source, validFrom);
  }
}
