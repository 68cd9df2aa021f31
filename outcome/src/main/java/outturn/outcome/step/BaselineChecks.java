package outturn.outcome.step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import outturn.definition.outcome.Outcome;
import outturn.outcome.period.Dates;
import outturn.outcome.period.Periods;
import outturn.outcome.position.Before;
import outturn.outcome.position.Position;
import outturn.outcome.words.Titles;

/// Whether what a measure was before is frozen, long enough, and frozen before the work began.
final class BaselineChecks {
  private static final int ENOUGH = 12;
  private static final int COMFORTABLE = 13; // NHS warns below: specification, 1.2

  private final Case whole;
  private final Position position;
  private final Periods periods;
  private final About about;

  BaselineChecks(Case whole, Position position) {
    this.whole = whole;
    this.position = position;
    this.periods = new Periods(position.measure().rhythm().cadence());
    this.about = About.measure(position.measure().name());
  }

  List<Check> all() {
    var frozen = position.standing().baseline();
    if (frozen.isEmpty()) return List.of(notFrozen());
    var checks = new ArrayList<Check>();
    checks.add(length(frozen.get()));
    checks.add(beforeGoLive(frozen.get()));
    return checks;
  }

  private Check notFrozen() {
    var days = position.goal().baseline();
    if (days.isEmpty()) {
      return fail(
          "BAS-1",
          "%s has no baseline.".formatted(title()),
          "Say under baseline: which days were before, at least %s."
              .formatted(periods.count(ENOUGH)));
    }
    int asked = periods.within(days.get().from(), days.get().to()).size();
    if (asked < 2) {
      return fail(
          "BAS-1",
          "A baseline of %s has %s; a single value is none."
              .formatted(title(), periods.count(asked)),
          "Let it begin earlier: at least %s.".formatted(periods.count(ENOUGH)));
    }
    return fail(
        "BAS-1",
        "The baseline of %s is not frozen: %d of its %s have a value."
            .formatted(title(), known(days.get()), periods.count(asked)),
        "It is frozen by itself when the values are in.");
  }

  private long known(Outcome.Baseline days) {
    var inside = periods.within(days.from(), days.to());
    var raw = position.picture().raw().orElse(position.picture().xmr().series());
    var all = position.picture().periods();
    long known = 0;
    for (int i = 0; i < all.size(); i++) {
      if (inside.contains(all.get(i)) && !Double.isNaN(raw.value(i))) known++;
    }
    return known;
  }

  private Check length(Before before) {
    var told = "The baseline of %s has %s".formatted(title(), periods.count(before.n()));
    if (before.n() >= COMFORTABLE) return Check.pass("BAS-1", about, told + ", frozen.");
    if (before.n() >= ENOUGH) {
      return Check.warn(
          "BAS-1",
          about,
          told + ", which is just enough; limits from so few are wide.",
          "Let it begin earlier, if there are values.");
    }
    return fail(
        "BAS-1",
        told + ": too few for any claim by an interrupted time series.",
        "Let it begin earlier: at least %s.".formatted(periods.count(ENOUGH)));
  }

  private Check beforeGoLive(Before before) {
    var goLive = whole.goLive(position.measure().name());
    if (goLive.isEmpty()) {
      return Check.warn(
          "BAS-2",
          about,
          "It is not known when %s is first moved.".formatted(title()),
          "Give its levers dates, or name the intervention under analysis:.");
    }
    var zone = position.measure().rhythm().timezone();
    var frozen = LocalDate.ofInstant(before.frozenAt(), zone);
    var live = goLive.get();
    if (before.to().isAfter(live)) {
      return fail(
          "BAS-2",
          "The baseline of %s ends on %s, after the work began on %s."
              .formatted(title(), Dates.shortly(before.to()), Dates.shortly(live)),
          "End it before the work.");
    }
    var told = "The baseline of %s was frozen on %s".formatted(title(), Dates.shortly(frozen));
    if (!frozen.isAfter(live)) {
      return Check.pass(
          "BAS-2", about, "%s, before the work of %s.".formatted(told, Dates.shortly(live)));
    }
    return fail(
        "BAS-2",
        "%s, after the work began on %s.".formatted(told, Dates.shortly(live)),
        "This cannot be mended: say with every result that the before was chosen afterwards.");
  }

  private Check fail(String id, String text, String todo) {
    return Check.fail(id, about, text, todo);
  }

  private String title() {
    return Titles.inside(position.measure().about().title());
  }
}
