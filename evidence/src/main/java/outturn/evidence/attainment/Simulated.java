package outturn.evidence.attainment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Assumption.State;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.estimate.Warning;
import outturn.evidence.quantity.Spread;
import outturn.evidence.series.Series;
import outturn.evidence.survey.Wilson;

/// One plan that was checked, with its draws: the two ways to read them.
final class Simulated {
  private static final double LEVEL = .95;
  private static final double FEW_EFFECTIVE = 100;
  private static final double BEHIND = .05;
  private static final Series NOTHING = Series.of();

  private final Plan plan;
  private final Simulation simulation;
  private final Draws draws;
  private final Noise noise;

  Simulated(Plan plan, Simulation simulation) {
    this.plan = plan;
    this.simulation = simulation;
    this.draws = Draws.of(plan, simulation);
    this.noise = new Noise(draws.course(), Expected.of(plan, draws));
  }

  Answer<Forecast> forecast() {
    Particles all = Particles.all(simulation.draws());
    double[][] values = values(all, NOTHING);
    return withoutPeople().then(without -> forecast(all, values, without, List.of()));
  }

  Answer<Update> update(Series observed) {
    Particles all = Particles.all(simulation.draws());
    double[][] before = values(all, NOTHING);
    double lag = lag(before, observed);
    Particles particles =
        Particles.of(noise.likelihoods(observed), simulation.seed().generator("resampling"));
    double[][] now = values(particles, observed);
    return withoutPeople()
        .then(without ->
            forecast(all, before, without, List.of())
                .then(promised ->
                    forecast(particles, now, without, warnings(particles, lag))
                        .then(after ->
                            Answer.found(
                                new Update(promised, after, lag, particles.effective())))));
  }

  private double[][] values(Particles particles, Series observed) {
    return noise.values(particles, observed, simulation.seed().generator("noise"));
  }

  private Answer<Estimate> withoutPeople() {
    Plan others = plan.without(Element.PEOPLE);
    Simulated without = new Simulated(others, simulation);
    Particles all = Particles.all(simulation.draws());
    return without.attained(all, without.values(all, NOTHING));
  }

  private Answer<Forecast> forecast(
      Particles particles, double[][] values, Estimate without, List<Warning> warnings) {
    boolean isPlain = particles.effective() == simulation.draws();
    Function<double[], Spread> spread =
        isPlain ? Spread::of : each -> Spread.of(each, particles.weights());
    List<Spread> path = Arrays.stream(values).map(spread).toList();
    return attained(particles, values)
        .then(attained ->
            Answer.found(
                new Forecast(
                    attained,
                    without,
                    path,
                    Tornado.of(plan, draws, particles, values[plan.target().due()]),
                    grounds(warnings))));
  }

  private Answer<Estimate> attained(Particles particles, double[][] values) {
    double reached = 0;
    double all = 0;
    for (int i = 0; i < particles.count(); i++) {
      reached += isReached(values, i) ? particles.weight(i) : 0;
      all += particles.weight(i);
    }
    return Wilson.weighted(reached / all, particles.effective(), LEVEL);
  }

  private boolean isReached(double[][] values, int particle) {
    Target target = plan.target();
    int reached = 0;
    for (int period = target.from(); period <= target.due(); period++) {
      reached += target.isReachedBy(values[period][particle]) ? 1 : 0;
    }
    return reached >= target.needed();
  }

  private double lag(double[][] before, Series observed) {
    int latest =
        IntStream.range(0, observed.size())
            .filter(period -> !observed.isMissing(period))
            .max()
            .orElseThrow();
    double found = observed.value(latest);
    Target same = new Target(found, plan.target().direction(), latest, plan.target().rule());
    long worse =
        Arrays.stream(before[latest])
            .filter(value -> value == found || !same.isReachedBy(value))
            .count();
    return worse / (double) simulation.draws();
  }

  private static List<Warning> warnings(Particles particles, double lag) {
    List<Warning> warnings = new ArrayList<>();
    if (lag < BEHIND) {
      warnings.add(
          new Warning(
              "behind-plan",
              String.format(
                  Locale.ROOT,
                  "The latest value is worse than the plan expects: only %.1f %% of the simulated ones are as bad.",
                  100 * lag)));
    }
    if (particles.effective() < FEW_EFFECTIVE) {
      warnings.add(
          new Warning(
              "few-effective-draws",
              String.format(
                  Locale.ROOT,
                  "The observations fit only about %.0f draws, so the forecast is rough; the plan may leave out what happened.",
                  particles.effective())));
    }
    return warnings;
  }

  private Grounds grounds(List<Warning> more) {
    List<Warning> warnings = new ArrayList<>(more);
    if (!plan.missing().isEmpty()) {
      warnings.add(
          new Warning(
              "missing-element",
              String.format(
                  Locale.ROOT,
                  "The plan has no lever of %s, so by the rule of the elements nothing comes of the others.",
                  String.join(" and ", plan.missing().stream().map(Simulated::word).toList()))));
    }
    Assumption elements =
        new Assumption(
            "element-rule",
            State.NOT_TESTABLE,
            "Effects come through only as far as people, process and technology are ready; this is a choice of the model.");
    Assumption independent =
        new Assumption(
            "independent-levers",
            State.NOT_TESTABLE,
            "Effects, starts, risks and assumptions are drawn independently, and effects add up.");
    return new Grounds(
        "plan-simulation",
        simulation.draws(),
        List.of(elements, independent),
        warnings,
        OptionalLong.of(simulation.seed().value()));
  }

  private static String word(Element element) {
    return element.name().toLowerCase(Locale.ROOT);
  }
}
