package outturn.definition.ahead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/// All that some schedules will do in a stretch of time, in order.
///
/// What starts a workflow in another way than by a schedule, and can be foreseen, is another source
/// of lines beside the three here.
public final class Outlook {
  private final Collection<Starter> starters;
  private final Window window;

  public Outlook(Collection<Starter> starters, Window window) {
    this.starters = starters;
    this.window = window;
  }

  /// The first lines.
  ///
  /// @param after the last line of the page before, to go on after it
  public List<Line> lines(Optional<Line.Place> after, int limit) {
    var sources = new PriorityQueue<Lines>(Comparator.comparing(Lines::peek));
    for (var starter : starters) {
      sources(starter, after).filter(Lines::hasNext).forEach(sources::add);
    }
    var lines = new ArrayList<Line>();
    while (!sources.isEmpty() && lines.size() < limit) {
      var source = sources.remove();
      var line = source.next();
      if (after.isEmpty() || line.place().compareTo(after.get()) > 0) lines.add(line);
      if (source.hasNext()) sources.add(source);
    }
    return lines;
  }

  private Stream<Lines> sources(Starter starter, Optional<Line.Place> after) {
    var asked = after.map(place -> from(starter, place.due())).orElse(window);
    return Stream.of(
            Optional.<Lines>of(new Starts(starter, window, asked.from())),
            DaysOff.of(starter, asked),
            Gaps.of(starter, asked))
        .flatMap(Optional::stream);
  }

  /// From the beginning of the day on: a line that tells of a whole day is then the same as before.
  private Window from(Starter starter, Instant due) {
    var schedule = starter.schedule();
    var day = Day.start(Day.date(due, schedule), schedule);
    return day.isAfter(window.from()) ? new Window(day, window.to()) : window;
  }
}
