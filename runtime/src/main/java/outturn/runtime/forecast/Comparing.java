package outturn.runtime.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import outturn.engine.forecast.DeadlineForecast;
import outturn.engine.forecast.Effort;
import outturn.engine.forecast.Forecaster;
import outturn.engine.forecast.Situation;
import outturn.engine.forecast.WhatIf;

/// Compares what is foreseen with what would be if something were otherwise: the same draws, so
/// that what differs is what was supposed.
public final class Comparing {
  private final Foresight foresight;

  public Comparing(Foresight foresight) {
    this.foresight = foresight;
  }

  /// A deadline that would go another way.
  public record Changed(Subject subject, DeadlineForecast now, DeadlineForecast then) {}

  /// @param changed the one promised first comes first
  /// @param same how many deadlines would not change
  /// @param unknown what was supposed and concerns nothing that is foreseen
  public record Compared(List<Changed> changed, int same, Set<String> unknown) {
    public Compared {
      changed = List.copyOf(changed);
      unknown = Set.copyOf(unknown);
    }
  }

  public Compared with(List<Supposed> supposed) {
    var changed = new ArrayList<Changed>();
    var unknown = new TreeSet<String>();
    supposed.forEach(each -> unknown.add(each.what()));
    foresight
        .situations()
        .forEach((group, situation) -> {
          var meant = meant(supposed, situation, unknown);
          if (meant.length == 0) return;
          changed.addAll(compared(situation, meant));
        });
    int same =
        foresight.all().values().stream().mapToInt(each -> each.forecast().deadlines().size()).sum()
            - changed.size();
    changed.sort(Comparator.comparing(each -> each.now().promise().due()));
    return new Compared(changed, Math.max(0, same), unknown);
  }

  private static WhatIf[] meant(List<Supposed> all, Situation situation, Set<String> unknown) {
    var meant = new ArrayList<WhatIf>();
    for (var each : all) {
      var here = each.in(situation).toList();
      if (!here.isEmpty()) unknown.remove(each.what());
      meant.addAll(here);
    }
    return meant.toArray(WhatIf[]::new);
  }

  private List<Changed> compared(Situation situation, WhatIf... meant) {
    var effort = Effort.whole(situation, Board.SEED);
    var now = Forecaster.of(situation, effort);
    var then = Forecaster.of(situation.with(meant), effort);
    var changed = new ArrayList<Changed>();
    for (var course : then.courses()) {
      var seen = foresight.all().get(course.key());
      var before = now.course(course.key());
      if (seen == null || before.isEmpty()) continue;
      for (var deadline : course.deadlines()) {
        before
            .get()
            .deadline(deadline.promise().name())
            .filter(was -> differs(was, deadline))
            .ifPresent(was -> changed.add(new Changed(seen.subject(), was, deadline)));
      }
    }
    return changed;
  }

  private static boolean differs(DeadlineForecast one, DeadlineForecast other) {
    return one.chance() != other.chance() || !one.finish().equals(other.finish());
  }
}
