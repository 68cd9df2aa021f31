package outturn.definition.calendar;

import java.time.LocalDate;
import java.util.List;

/// Days taken from other calendars.
record Combination(How how, List<WorkingDays> parts) implements DayRule {
  Combination {
    parts = List.copyOf(parts);
  }

  /// When a day works.
  enum How {
    /// In any of them.
    UNION,
    /// In all of them.
    INTERSECTION,
    /// In the first and in none of the others.
    MINUS
  }

  @Override
  public boolean works(LocalDate date) {
    return switch (how) {
      case UNION -> parts.stream().anyMatch(part -> part.isWorking(date));
      case INTERSECTION -> parts.stream().allMatch(part -> part.isWorking(date));
      case MINUS ->
          parts.getFirst().isWorking(date)
              && parts.stream().skip(1).noneMatch(part -> part.isWorking(date));
    };
  }

  /// One reason is enough: that of the first calendar by which the day is off.
  @Override
  public String reason(LocalDate date) {
    return switch (how) {
      case UNION, INTERSECTION ->
          parts.stream().flatMap(part -> part.dayOff(date).stream()).findFirst().orElseThrow();
      case MINUS -> parts.getFirst().dayOff(date).orElseGet(() -> worker(date));
    };
  }

  private String worker(LocalDate date) {
    return parts.stream()
        .skip(1)
        .filter(part -> part.isWorking(date))
        .map(part -> "a working day of " + part.name())
        .findFirst()
        .orElseThrow();
  }

  @Override
  public String advice() {
    return "it knows the years that all of its parts know: add that year to those that lack it";
  }

  @Override
  public int depth() {
    return 1 + parts.stream().mapToInt(WorkingDays::depth).max().orElse(0);
  }

  @Override
  public DayRule supposing(SupposedHoliday holiday) {
    return new Combination(how, parts.stream().map(part -> part.supposing(holiday)).toList());
  }
}
