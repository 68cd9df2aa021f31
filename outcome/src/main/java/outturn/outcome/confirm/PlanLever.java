package outturn.outcome.confirm;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import outturn.definition.outcome.Lever;
import outturn.evidence.attainment.Adoption;
import outturn.evidence.attainment.Element;
import outturn.evidence.attainment.Slip;
import outturn.evidence.attainment.Timing;
import outturn.evidence.quantity.Pert;

/// A lever of an outcome as a plan simulates it.
final class PlanLever {
  private static final double HUNDRED = 100;

  private final Lever lever;
  private final LocalDate start;
  private final PlanTime time;

  /// @param start the day on which it begins for the first ones
  PlanLever(Lever lever, LocalDate start, PlanTime time) {
    this.lever = lever;
    this.start = start;
    this.time = time;
  }

  /// @param today a start after it may slip
  /// @param adopted what was measured of its adoption
  /// @param periods of the plan
  outturn.evidence.attainment.Lever of(LocalDate today, Optional<Adopted> adopted, int periods) {
    return new outturn.evidence.attainment.Lever(
        lever.name(),
        element(),
        effect(lever.effect()),
        timing(today),
        adoption(adopted, periods),
        lever.spread().readiness().orElse(HUNDRED) / HUNDRED);
  }

  /// An effect whose likely value lies between the other two, whichever of them is the greater.
  static Pert effect(Lever.Effect effect) {
    return Pert.of(
            Math.min(effect.worst(), effect.best()),
            effect.likely(),
            Math.max(effect.worst(), effect.best()))
        .result()
        .orElseGet(() -> Pert.constant(effect.likely()));
  }

  private Element element() {
    return switch (lever.about().element()) {
      case PEOPLE -> Element.PEOPLE;
      case PROCESS -> Element.PROCESS;
      case TECHNOLOGY -> Element.TECHNOLOGY;
    };
  }

  private Timing timing(LocalDate today) {
    var course = lever.spread().course();
    var plain =
        Timing.from(time.at(start))
            .with(slip(today))
            .withHalfLife(course.fade().map(time::length).orElse(Double.POSITIVE_INFINITY));
    return isRolledOut()
        ? plain
        : plain.withDelay(periods(course.delay())).withRamp(periods(course.ramp()));
  }

  private Slip slip(LocalDate today) {
    return lever
        .start()
        .slip()
        .filter(_ -> start.isAfter(today))
        .map(slip -> new Slip(time.length(slip.median()), time.length(slip.oneInTen())))
        .orElse(Slip.none());
  }

  private Adoption adoption(Optional<Adopted> adopted, int periods) {
    var plan = isRolledOut() ? rolledOut(periods) : curve();
    var shares = adopted.map(each -> each.shares(time, start)).orElse(List.of());
    return shares.isEmpty() ? plan : new Adoption.Measured(shares, plan);
  }

  private Adoption curve() {
    return lever
        .spread()
        .adoption()
        .flatMap(Lever.Adoption::plan)
        .map(this::curve)
        .orElse(new Adoption.Full());
  }

  private Adoption curve(Lever.Curve curve) {
    double half = time.length(curve.half());
    double ceiling = curve.ceiling() / HUNDRED;
    return switch (curve.shape()) {
      case LINEAR -> new Adoption.Linear(half, ceiling);
      case LOGISTIC -> Adoption.Logistic.reachingHalf(half, ceiling);
    };
  }

  private boolean isRolledOut() {
    return !lever.spread().rollout().isEmpty();
  }

  /// The mean of all segments, each with its own start, delay, ramp and adoption; no segment counts
  /// more than another, since nothing is known of their sizes.
  private Adoption rolledOut(int periods) {
    var curve = curve();
    double first = time.at(start);
    double[] begins =
        lever.spread().rollout().values().stream()
            .mapToDouble(date -> Math.max(0, time.at(date) - first))
            .toArray();
    int most = (int) Math.ceil(Math.max(0, periods - first)) + 1;
    var shares =
        IntStream.range(0, most)
            .mapToObj(elapsed ->
                DoubleStream.of(begins)
                    .map(begin -> share(curve, elapsed - begin))
                    .average()
                    .orElse(1))
            .toList();
    return new Adoption.Measured(
        shares.isEmpty() ? Collections.nCopies(1, 1.0) : shares, new Adoption.Full());
  }

  private double share(Adoption curve, double elapsed) {
    if (elapsed < 0) return 0;
    var course = lever.spread().course();
    double since = elapsed - periods(course.delay());
    double ramp = periods(course.ramp());
    double risen = since < 0 ? 0 : since < ramp ? since / ramp : 1;
    return risen * curve.share(elapsed);
  }

  private double periods(Optional<Duration> duration) {
    return duration.map(time::length).orElse(0.0);
  }
}
