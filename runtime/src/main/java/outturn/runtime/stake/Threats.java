package outturn.runtime.stake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outturn.engine.forecast.DeadlineForecast;
import outturn.engine.run.RunId;
import outturn.outcome.stake.Threat;
import outturn.outcome.stake.Threat.Standing;
import outturn.runtime.forecast.Foreseen;
import outturn.runtime.forecast.Foresight;

/// The deadlines that have passed while the work is not done, and those to come that are predicted
/// from a long enough history.
public final class Threats implements Supplier<List<Threat>> {
  private final LateRuns late;
  private final Foresight foresight;

  public Threats(LateRuns late, Foresight foresight) {
    this.late = late;
    this.foresight = foresight;
  }

  @Override
  public List<Threat> get() {
    var all = new ArrayList<Threat>();
    for (var each : late.get()) all.add(foreseen(each).orElse(each));
    // What has passed since it was last foreseen is late, and no longer to come.
    var known = all.stream().map(Threat::promised).collect(Collectors.toSet());
    foresight.all().values().stream()
        .flatMap(Threats::predicted)
        .filter(each -> !known.contains(each.promised()))
        .forEach(all::add);
    return all;
  }

  /// Of one that is late it is foreseen when it will have ended.
  private Optional<Threat> foreseen(Threat late) {
    var deadline = late.promised().deadline();
    return late.promised()
        .run()
        .flatMap(run -> foresight.of(RunId.parse(run)))
        .flatMap(seen ->
            seen.forecast()
                .deadline(deadline)
                .map(forecast -> threat(seen, forecast, Standing.LATE)));
  }

  private static Stream<Threat> predicted(Foreseen seen) {
    return seen.forecast().deadlines().stream()
        .filter(each -> each.promise().due().isAfter(seen.at()) && each.knowledge().isEnough())
        .map(each -> threat(seen, each, Standing.PREDICTED));
  }

  private static Threat threat(Foreseen seen, DeadlineForecast forecast, Standing standing) {
    var subject = seen.subject();
    var promised =
        new Threat.Promised(
            subject.project(),
            subject.workflow(),
            subject.run().map(RunId::toString),
            subject.businessDate(),
            forecast.promise().name());
    return new Threat(
        promised,
        forecast.promise().due(),
        standing == Standing.LATE ? 0 : forecast.chance(),
        forecast.finish().p50(),
        forecast.finish().p90(),
        standing,
        sentence(seen.cause(forecast)));
  }

  private static String sentence(String cause) {
    if (cause.isEmpty()) return "";
    return Character.toUpperCase(cause.charAt(0)) + cause.substring(1) + ".";
  }
}
