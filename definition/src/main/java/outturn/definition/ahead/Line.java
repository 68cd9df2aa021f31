package outturn.definition.ahead;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What a schedule does at a due time; or at several of one local day, when these are many or when
/// nothing starts at any of them.
///
/// @param due the first due time
/// @param last the last one; the same when there is one alone
/// @param count how many there are
public record Line(Starter starter, Instant due, Instant last, int count, What what)
    implements Comparable<Line> {
  /// What becomes of the due times.
  public sealed interface What {
    /// Each starts a run.
    ///
    /// @param businessDate that the first run is for
    /// @param notes what is unusual about it, a sentence each without its full stop
    record Starts(LocalDate businessDate, List<String> notes) implements What {
      public Starts {
        notes = List.copyOf(notes);
      }
    }

    /// Nothing starts, and that is known.
    record Skipped(String why) implements What {}

    /// From then on nobody knows.
    record Unknown(String why) implements What {}

    /// `starts`, `skipped` or `unknown`.
    default String word() {
      return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
  }

  /// Where a line stands among all lines; one place has one line.
  public record Place(Instant due, String workflow, String schedule, String word)
      implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::due)
            .thenComparing(Place::workflow)
            .thenComparing(Place::schedule)
            .thenComparing(Place::word);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  public Place place() {
    return new Place(due, starter.workflow(), starter.schedule().name(), what.word());
  }

  /// The first due time on the clock of the schedule's zone.
  public ZonedDateTime local() {
    return due.atZone(starter.schedule().zone());
  }

  /// How much time passes between two due times, on average.
  public Duration step() {
    return count < 2 ? Duration.ZERO : Duration.between(due, last).dividedBy(count - 1L);
  }

  @Override
  public int compareTo(Line other) {
    int order = due.compareTo(other.due);
    return order == 0 ? place().compareTo(other.place()) : order;
  }
}
