package outturn.evidence.xmr;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import outturn.evidence.series.Series;

/// Reads the run rules over the values of one phase. A missing period ends every run.
final class RunRules {
  private final Series values;
  private final Limits limits;
  private final RuleSet rules;
  private final List<Map<Rule, Side>> found = new ArrayList<>();

  private RunRules(Series values, Limits limits, RuleSet rules) {
    this.values = values;
    this.limits = limits;
    this.rules = rules;
    for (int i = 0; i < values.size(); i++) {
      found.add(new EnumMap<>(Rule.class));
    }
  }

  /// The signals of each period, in order of priority.
  static List<List<Signal>> read(Series values, Limits limits, RuleSet rules) {
    RunRules reading = new RunRules(values, limits, rules);
    if (!limits.isDegenerate()) {
      for (Side side : Side.values()) {
        reading.outside(side);
        reading.trend(side);
        reading.twoOfThree(side);
        reading.shift(side);
      }
    }
    return reading.found.stream().map(RunRules::signals).toList();
  }

  private static List<Signal> signals(Map<Rule, Side> found) {
    return found.entrySet().stream().map(e -> new Signal(e.getKey(), e.getValue())).toList();
  }

  private void outside(Side side) {
    double limit = side == Side.HIGH ? limits.upper() : limits.lower();
    for (int i = 0; i < values.size(); i++) {
      if (beyond(i, limit, side)) {
        mark(i, Rule.OUTSIDE, side);
      }
    }
  }

  private void trend(Side side) {
    int length = 1;
    for (int i = 1; i < values.size(); i++) {
      length = beyond(i, values.value(i - 1), side) ? length + 1 : 1;
      markRun(i, length, rules.trend(), Rule.TREND, side);
    }
  }

  private void shift(Side side) {
    int length = 0;
    for (int i = 0; i < values.size(); i++) {
      length = beyond(i, limits.centre(), side) ? length + 1 : 0;
      markRun(i, length, rules.shift(), Rule.SHIFT, side);
    }
  }

  private void twoOfThree(Side side) {
    double zone = limits.twoThirds(side);
    for (int end = 2; end < values.size(); end++) {
      List<Integer> triple = List.of(end - 2, end - 1, end);
      List<Integer> far = triple.stream().filter(i -> beyond(i, zone, side)).toList();
      if (far.size() >= 2 && triple.stream().allMatch(i -> maySupport(i, side))) {
        far.forEach(i -> mark(i, Rule.TWO_OF_THREE, side));
      }
    }
  }

  private boolean maySupport(int index, Side side) {
    return switch (rules) {
      case NHS -> beyond(index, limits.centre(), side);
      case NELSON -> !values.isMissing(index);
    };
  }

  /// Strictly beyond; false for a missing value, and against a missing value.
  private boolean beyond(int index, double bound, Side side) {
    return side == Side.HIGH ? values.value(index) > bound : values.value(index) < bound;
  }

  private void markRun(int end, int length, int needed, Rule rule, Side side) {
    if (length < needed) {
      return;
    }
    for (int i = end - length + 1; i <= end; i++) {
      mark(i, rule, side);
    }
  }

  /// A turning point may end one run and begin another: the first reading stays.
  private void mark(int index, Rule rule, Side side) {
    found.get(index).putIfAbsent(rule, side);
  }
}
