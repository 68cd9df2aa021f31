package outturn.definition.calendar;

import java.util.Optional;

/// The years of which a calendar can say whether a day is worked, both included.
public record KnownYears(int first, int last) {
  /// What a calendar of weekdays alone knows.
  public static final KnownYears ALL = new KnownYears(1, 9999);

  public KnownYears {
    if (first > last) throw new IllegalArgumentException("%d to %d".formatted(first, last));
  }

  public boolean contains(int year) {
    return first <= year && year <= last;
  }

  boolean contains(KnownYears other) {
    return first <= other.first && other.last <= last;
  }

  /// The years that both know; empty when there are none.
  Optional<KnownYears> and(KnownYears other) {
    var from = Math.max(first, other.first);
    var to = Math.min(last, other.last);
    return from <= to ? Optional.of(new KnownYears(from, to)) : Optional.empty();
  }

  /// `2024 to 2030`.
  @Override
  public String toString() {
    return first == last ? String.valueOf(first) : "%d to %d".formatted(first, last);
  }
}
