package outturn.evidence.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The method that is taken, by what each missed at earlier origins.
///
/// A method that is preferred loses only to one that missed a good deal less: of methods that are
/// as good as each other, the one with the smallest error was mostly lucky.
final class Choice {
  private static final double CLEARLY_LESS = .95;

  private final Method method;
  private final Backtest backtest;
  private final String why;

  private Choice(Method method, Backtest backtest, String why) {
    this.method = method;
    this.backtest = backtest;
    this.why = why;
  }

  /// @param methods in order of preference, one at least
  static Choice of(List<Method> methods, double[] history, int cycle, int horizon) {
    List<Backtest> tests = new ArrayList<>();
    for (Method method : methods) {
      tests.add(Backtest.of(method, history, cycle, horizon));
    }
    int best = 0;
    for (int i = 1; i < tests.size(); i++) {
      double needed = tests.get(best).meanSize() * (best == 0 ? CLEARLY_LESS : 1);
      best = tests.get(i).meanSize() < needed ? i : best;
    }
    return new Choice(methods.get(best), tests.get(best), why(methods, tests));
  }

  Method method() {
    return method;
  }

  Backtest backtest() {
    return backtest;
  }

  String why() {
    return why;
  }

  private static String why(List<Method> methods, List<Backtest> tests) {
    if (methods.size() == 1) {
      return "It was asked for.";
    }
    Backtest first = tests.getFirst();
    if (first.origins() == 0) {
      return "It is the first choice, and there are too few values to try others.";
    }
    List<String> missed = new ArrayList<>();
    for (int i = 0; i < tests.size(); i++) {
      missed.add(
          String.format(Locale.ROOT, "%s %.4g", methods.get(i).word(), tests.get(i).meanSize()));
    }
    return "Mean miss from %d earlier origins: %s; %s is taken unless another missed 5 %% less."
        .formatted(
            first.origins(),
            missed.stream().collect(Collectors.joining(", ")),
            methods.getFirst().word());
  }
}
