package outturn.definition.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import outturn.definition.calendar.UnknownYear;
import outturn.definition.calendar.WorkingDays;

/// When a policy is in force, in local times.
///
/// A clock change makes a window longer rather than shorter: of a time that comes twice it begins
/// with the first and ends with the second; of one that is left out, right after the gap.
public sealed interface Window {

  /// A window as it comes about once.
  ///
  /// @param to no longer within
  record Span(Instant from, Instant to) {}

  /// The first span that ends after a time; it may have begun by then.
  Optional<Span> next(Instant time, ZoneId zone);

  /// Every day, or on some days. When it ends before it begins it ends on the day after.
  ///
  /// @param calendar whose working days it is for; on a day of which the calendar does not know, it
  ///   counts as worked
  record Daily(Set<DayOfWeek> days, Optional<WorkingDays> calendar, LocalTime from, LocalTime to)
      implements Window {
    /// No day is searched for further away.
    private static final int FARTHEST = 800;

    /// A window of a day may last until the day after, and a zone may leave out a day.
    private static final int BACK = 2;

    public Daily {
      days = Set.copyOf(days);
    }

    @Override
    public Optional<Span> next(Instant time, ZoneId zone) {
      var day = time.atZone(zone).toLocalDate().minusDays(BACK);
      for (int left = FARTHEST; left > 0; left--, day = day.plusDays(1)) {
        if (!isFor(day)) continue;
        var begin = first(day.atTime(from), zone);
        var end = last((to.isAfter(from) ? day : day.plusDays(1)).atTime(to), zone);
        if (end.isAfter(begin) && end.isAfter(time)) return Optional.of(new Span(begin, end));
      }
      return Optional.empty();
    }

    private boolean isFor(LocalDate day) {
      if (!days.contains(day.getDayOfWeek())) return false;
      try {
        return calendar.isEmpty() || calendar.get().isWorking(day);
      } catch (UnknownYear unknown) {
        return true;
      }
    }
  }

  /// Once, from a time until another.
  ///
  /// @param from since ever, when it is absent
  /// @param to for ever, when it is absent
  record Once(Optional<LocalDateTime> from, Optional<LocalDateTime> to) implements Window {
    @Override
    public Optional<Span> next(Instant time, ZoneId zone) {
      var begin = from.map(local -> first(local, zone)).orElse(Instant.MIN);
      var end = to.map(local -> last(local, zone)).orElse(Instant.MAX);
      return end.isAfter(time) ? Optional.of(new Span(begin, end)) : Optional.empty();
    }
  }

  private static Instant first(LocalDateTime local, ZoneId zone) {
    var change = zone.getRules().getTransition(local);
    if (change == null) return local.atZone(zone).toInstant();
    return change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetBefore());
  }

  private static Instant last(LocalDateTime local, ZoneId zone) {
    var change = zone.getRules().getTransition(local);
    if (change == null) return local.atZone(zone).toInstant();
    return change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetAfter());
  }
}
