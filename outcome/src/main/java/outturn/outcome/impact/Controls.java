package outturn.outcome.impact;

import java.util.ArrayList;
import java.util.List;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.series.Series;
import outturn.outcome.period.Periods;

/// The controls of a plan: measures, or segments of the measure itself.
///
/// @param all in the order of the plan
record Controls(List<Named> all) {
  Controls {
    all = List.copyOf(all);
  }

  /// @param title for people
  /// @param values on the periods of the study
  record Named(String name, String title, boolean isSegment, Series values) {}

  static Answer<Controls> of(Study study, Grid grid) {
    var found = new ArrayList<Named>();
    for (var name : study.plan().controls()) {
      var segment = study.beside().segments().get(name);
      var measure =
          study.beside().controls().stream()
              .filter(each -> each.measure().name().equals(name))
              .findFirst();
      if (segment != null) {
        found.add(new Named(name, name, true, grid.align(segment)));
      } else if (measure.isEmpty()) {
        return Answer.refused(
            Reason.OUTSIDE_THE_DATA,
            "Expected the control %s to be a measure, or a segment of %s, found neither; give it values or leave it out of the plan."
                .formatted(name, study.position().measure().name()));
      } else if (measure.get().measure().rhythm().cadence() != grid.rhythm().cadence()) {
        return Answer.refused(
            Reason.IRREGULAR_PERIODS,
            "Expected a value of the control %s for every %s, as of the measure, found one for every %s; collect both at the same cadence."
                .formatted(
                    name,
                    grid.rhythm().word(),
                    new Periods(measure.get().measure().rhythm().cadence()).word()));
      } else {
        var title = measure.get().measure().about().title();
        found.add(new Named(name, title, false, grid.align(measure.get().values())));
      }
    }
    return Answer.found(new Controls(found));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }
}
