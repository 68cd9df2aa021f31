package outturn.runtime.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import outturn.definition.measure.Measure;
import outturn.outcome.amount.Amounts;
import outturn.outcome.quality.Excluded;
import outturn.outcome.quality.QualityRules;
import outturn.store.measure.Observation;
import outturn.store.measure.Observations;
import outturn.store.measure.RecordedObservation;
import outturn.store.measure.Source;

/// Tells what a collection would bring, and what the quality rules would make of it, without
/// recording anything.
final class Trial {
  private static final int FIRST = 10;
  private static final int LAST = 5;
  private static final String NOT_COUNTED = ", would not count: ";
  private static final Source SOURCE = new Source.User("trial");

  private final Measure measure;
  private final Observations observations;
  private final Instant now;

  Trial(Measure measure, Observations observations, Instant now) {
    this.measure = measure;
    this.observations = observations;
    this.now = now;
  }

  private record Place(String segment, LocalDate period) {}

  /// A line for each period that was found, the oldest first; of many the first and the last.
  List<String> of(List<Observation> found, Span span) {
    var all = new LinkedHashMap<Place, RecordedObservation>();
    for (var each : observations.all(measure.name(), now)) add(all, each);
    for (var each : found) add(all, new RecordedObservation(each, 1, now, SOURCE));
    var arrivals = observations.arrivals(measure.name(), now);
    var reported = MeasureValues.reported(measure, List.copyOf(all.values()), arrivals, now);
    var quality = QualityRules.judge(measure, reported, now);
    var why = new HashMap<LocalDate, String>();
    for (Excluded each : quality.excluded()) why.put(each.period(), each.why());
    var lines = new ArrayList<String>();
    quality
        .observed()
        .forEach((period, value) -> {
          if (found.stream().noneMatch(each -> each.period().equals(period))) return;
          lines.add(
              "%s: %s%s"
                  .formatted(
                      period,
                      new Amounts(measure).full(value),
                      why.containsKey(period) ? NOT_COUNTED + why.get(period) : ""));
        });
    var told = ends(lines);
    told.add(
        "%s to %s: %d found, nothing recorded"
            .formatted(span.firstDay(), span.lastDay(), found.size()));
    return told;
  }

  /// The first and the last ones, and how many there are between them; what would not count is
  /// never left out without a word.
  static List<String> ends(List<String> lines) {
    if (lines.size() <= FIRST + LAST) return new ArrayList<>(lines);
    var between = lines.subList(FIRST, lines.size() - LAST);
    long doubtful = between.stream().filter(line -> line.contains(NOT_COUNTED)).count();
    var told = new ArrayList<>(lines.subList(0, FIRST));
    told.add(
        "… %d more, not shown%s"
            .formatted(
                between.size(),
                doubtful == 0 ? "" : "; of these %d would not count".formatted(doubtful)));
    told.addAll(lines.subList(lines.size() - LAST, lines.size()));
    return told;
  }

  private static void add(Map<Place, RecordedObservation> all, RecordedObservation each) {
    all.put(new Place(each.observation().segment(), each.observation().period()), each);
  }
}
