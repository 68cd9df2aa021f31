package outturn.evidence.money;

/// In whose money, and of which year: only money of one price year is added.
///
/// @param currency as in ISO 4217: `GBP`
public record Prices(String currency, int year) {
  @Override
  public String toString() {
    return currency + " of " + year;
  }
}
