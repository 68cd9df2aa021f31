package outturn.outcome.shift;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import outturn.definition.change.Change;
import outturn.evidence.series.Window;
import outturn.evidence.xmr.XmrPoint;
import outturn.outcome.period.Periods;
import outturn.outcome.position.Position;

/// Finds the shifts of a measure since its baseline began, and what is known of their causes.
public final class Shifts {
  private static final int NEAR = 2;

  private final Position position;
  private final List<LocalDate> periods;
  private final Periods rhythm;

  private Shifts(Position position) {
    this.position = position;
    this.periods = position.picture().periods();
    this.rhythm = new Periods(position.measure().rhythm().cadence());
  }

  /// The latest first.
  ///
  /// @param changes those that may move the measure
  /// @param answers those to its shifts
  public static List<Shift> of(
      Position position, Collection<Change> changes, Collection<Answered> answers) {
    var shifts = new Shifts(position);
    return shifts.runs().reversed().stream()
        .map(run -> shifts.shift(run, changes, answers))
        .toList();
  }

  private List<List<XmrPoint>> runs() {
    var points = position.picture().xmr().points();
    int first = position.picture().baseline().map(Window::from).orElse(0);
    var runs = new ArrayList<List<XmrPoint>>();
    for (var point : points.subList(Math.min(first, points.size()), points.size())) {
      if (!point.isSpecialCause()) continue;
      if (!runs.isEmpty() && continues(runs.getLast().getLast(), point)) {
        runs.getLast().add(point);
      } else {
        runs.add(new ArrayList<>(List.of(point)));
      }
    }
    return runs;
  }

  /// On the same side, whichever rule finds it.
  private static boolean continues(XmrPoint before, XmrPoint point) {
    return point.index() == before.index() + 1
        && point.phase() == before.phase()
        && point.signal().orElseThrow().side() == before.signal().orElseThrow().side();
  }

  private Shift shift(
      List<XmrPoint> run, Collection<Change> changes, Collection<Answered> answers) {
    var first = run.getFirst();
    var from = periods.get(first.index());
    var to = periods.get(run.getLast().index());
    return new Shift(
        position.measure(),
        from,
        to,
        first.signal().orElseThrow().side(),
        cause(new Span(from, to), changes, answers));
  }

  private record Span(LocalDate from, LocalDate to) {}

  private Cause cause(Span span, Collection<Change> changes, Collection<Answered> answers) {
    var answer =
        answers.stream()
            .filter(
                each -> !each.period().isBefore(span.from()) && !each.period().isAfter(span.to()))
            .reduce((_, later) -> later);
    var named = answer.flatMap(each -> named(each, changes));
    var near = changes.stream().filter(change -> isNear(change, span.from())).toList();
    if (named.isPresent()) return new Cause.Near(List.of(named.get()));
    if (!near.isEmpty()) return new Cause.Near(near);
    return answer
        .filter(each -> each.change().isEmpty())
        .<Cause>map(each -> new Cause.NotKnown(each.by(), each.note()))
        .orElseGet(Cause.Asked::new);
  }

  private static Optional<Change> named(Answered answer, Collection<Change> changes) {
    return answer
        .change()
        .flatMap(name -> changes.stream().filter(change -> change.name().equals(name)).findFirst());
  }

  private boolean isNear(Change change, LocalDate from) {
    return Math.abs(rhythm.distance(from, change.date())) <= NEAR;
  }
}
