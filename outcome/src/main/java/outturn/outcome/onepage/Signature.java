package outturn.outcome.onepage;

import java.time.LocalDate;

/// A person's name under what is told.
public record Signature(Capacity capacity, String who, LocalDate on) {

  /// As what somebody signs.
  public enum Capacity {
    /// The accountable one, from the business.
    OWNER("Owner"),
    ANALYST("Analyst");

    private final String word;

    Capacity(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
