package outturn.definition.schedule;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// At local times that are written one by one.
public final class At implements Timing, LocalTimes {
  private final NavigableSet<LocalDateTime> times;

  /// @param times at least one, in any order
  public At(Collection<LocalDateTime> times) {
    if (times.isEmpty()) throw new IllegalArgumentException("expected at least one time");
    this.times = Collections.unmodifiableNavigableSet(new TreeSet<>(times));
  }

  @Override
  public String text() {
    return times.stream().map(LocalDateTime::toString).collect(Collectors.joining(", ", "at ", ""));
  }

  @Override
  public Optional<LocalDateTime> first(LocalDateTime from, LocalDateTime until) {
    return Optional.ofNullable(times.ceiling(from)).filter(found -> found.isBefore(until));
  }

  @Override
  public boolean everyHour() {
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof At at && at.times.equals(times);
  }

  @Override
  public int hashCode() {
    return times.hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
