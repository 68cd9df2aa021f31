package outturn.evidence.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import outturn.evidence.estimate.Warning;
import outturn.evidence.panel.Panel;

/// Effects by start and period against units that are not yet treated, without covariates.
///
/// Callaway, Sant'Anna, *Difference-in-differences with multiple time periods*, Journal of
/// Econometrics 225 (2021), 200-230: section 2.3 for the effects, each from the last period before
/// the start; section 3.1 for their averages. A period in which no unit is left as a control has no
/// effects.
final class GroupTimes implements Estimator {
  private final Panel panel;
  private final int[] cohorts;

  GroupTimes(Panel panel) {
    this.panel = panel;
    this.cohorts = panel.cohorts();
  }

  /// One for each start and period that has controls, before the start too.
  List<GroupTime> cells(Assignment assignment) {
    List<GroupTime> cells = new ArrayList<>();
    for (int start : cohorts) {
      for (int period = 0; period < panel.periods(); period++) {
        GroupTime cell = cell(assignment, start, period);
        if (cell.controls() > 0) {
          cells.add(cell);
        }
      }
    }
    return cells;
  }

  private GroupTime cell(Assignment assignment, int start, int period) {
    double treated = 0;
    double controls = 0;
    int units = 0;
    int others = 0;
    for (int i = 0; i < assignment.size(); i++) {
      int unit = assignment.unit(i);
      double change = panel.value(unit, period) - panel.value(unit, start - 1);
      if (assignment.start(i) == start) {
        treated += change;
        units++;
      } else if (assignment.start(i) > Math.max(period, start - 1)) {
        controls += change;
        others++;
      }
    }
    return new GroupTime(start, period, treated / units - controls / others, units, others);
  }

  @Override
  public double[] figures(Assignment assignment) {
    List<GroupTime> cells = cells(assignment);
    double[] figures = new double[EVENTS + panel.periods() - 1 - cohorts[0] - firstEvent() + 1];
    double[] units = new double[figures.length];
    for (GroupTime cell : cells) {
      int place = EVENTS + cell.period() - cell.start() - firstEvent();
      figures[place] += cell.units() * cell.effect();
      units[place] += cell.units();
    }
    for (int i = EVENTS; i < figures.length; i++) {
      figures[i] /= units[i];
    }
    figures[EFFECT] = average(cells);
    figures[PRE_TREND] =
        Arrays.stream(figures, EVENTS, EVENTS - firstEvent() - 1)
            .filter(Double::isFinite)
            .map(v -> v * v)
            .sum();
    return figures;
  }

  /// The mean over the periods of each start, then over the treated units.
  private double average(List<GroupTime> cells) {
    double sum = 0;
    int units = 0;
    for (int start : cohorts) {
      var after = cells.stream().filter(c -> c.start() == start && c.period() >= start).toList();
      if (!after.isEmpty()) {
        int size = after.getFirst().units();
        sum += size * after.stream().mapToDouble(GroupTime::effect).average().orElseThrow();
        units += size;
      }
    }
    return sum / units;
  }

  @Override
  public int firstEvent() {
    return -cohorts[cohorts.length - 1];
  }

  /// Where every unit is treated at last, those that start last have nothing to be compared with.
  @Override
  public List<Warning> warnings() {
    if (panel.controls().length > 0) {
      return List.of();
    }
    int last = cohorts[cohorts.length - 1];
    String units =
        IntStream.of(panel.treated())
            .filter(unit -> panel.start(unit) == last)
            .mapToObj(unit -> panel.units().get(unit))
            .collect(Collectors.joining(", "));
    return List.of(
        new Warning(
            "start-without-controls",
            "The effect leaves out those that start in %1$s (%2$s), and all periods from %1$s on: by"
                    .formatted(panel.label(last), units)
                + " then no unit is left that is not yet treated."));
  }

  @Override
  public String word() {
    return "group-time-not-yet-treated";
  }
}
