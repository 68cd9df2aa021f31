package outturn.definition.calendar;

import java.util.List;
import outturn.definition.shape.Placed;
import outturn.definition.text.Position;

/// A calendar as far as its own document tells it.
public sealed interface WrittenCalendar {
  /// One that is complete.
  record Own(WorkingDays days) implements WrittenCalendar {}

  /// One that is made of others.
  ///
  /// @param position of the list of its parts
  record Combined(
      String name, String title, Combination.How how, List<Placed<String>> parts, Position position)
      implements WrittenCalendar {
    public Combined {
      parts = List.copyOf(parts);
    }
  }
}
