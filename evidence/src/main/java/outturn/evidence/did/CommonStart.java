package outturn.evidence.did;

import java.util.List;
import outturn.evidence.estimate.Warning;
import outturn.evidence.panel.Panel;

/// Treated units that start together against units that are never treated: the mean after less the
/// mean before, of treated less controls.
///
/// Angrist, Pischke, *Mostly Harmless Econometrics* (2009), 5.2.
final class CommonStart implements Estimator {
  private final Panel panel;
  private final int start;

  CommonStart(Panel panel) {
    this.panel = panel;
    this.start = panel.cohorts()[0];
  }

  @Override
  public double[] figures(Assignment assignment) {
    double[] gap = gap(assignment);
    double before = mean(gap, 0, start);
    double[] figures = new double[EVENTS + gap.length];
    figures[EFFECT] = mean(gap, start, gap.length) - before;
    for (int t = 0; t < gap.length; t++) {
      figures[EVENTS + t] = gap[t] - gap[start - 1];
      figures[PRE_TREND] += t < start ? (gap[t] - before) * (gap[t] - before) : 0;
    }
    return figures;
  }

  /// Mean of the treated less mean of the controls, per period.
  private double[] gap(Assignment assignment) {
    int treated = 0;
    for (int i = 0; i < assignment.size(); i++) {
      treated += assignment.start(i) == start ? 1 : 0;
    }
    double[] gap = new double[panel.periods()];
    for (int i = 0; i < assignment.size(); i++) {
      double share =
          assignment.start(i) == start ? 1.0 / treated : -1.0 / (assignment.size() - treated);
      for (int t = 0; t < gap.length; t++) {
        gap[t] += share * panel.value(assignment.unit(i), t);
      }
    }
    return gap;
  }

  private static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }

  @Override
  public int firstEvent() {
    return -start;
  }

  @Override
  public List<Warning> warnings() {
    return List.of();
  }

  @Override
  public String word() {
    return "difference-in-differences";
  }
}
