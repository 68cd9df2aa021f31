package outturn.bench.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import outturn.evidence.attainment.Adoption;
import outturn.evidence.attainment.Attainment;
import outturn.evidence.attainment.Baseline;
import outturn.evidence.attainment.Element;
import outturn.evidence.attainment.ElementRule;
import outturn.evidence.attainment.Lever;
import outturn.evidence.attainment.Plan;
import outturn.evidence.attainment.Simulation;
import outturn.evidence.attainment.Slip;
import outturn.evidence.attainment.Target;
import outturn.evidence.attainment.Timing;
import outturn.evidence.bsts.Bsts;
import outturn.evidence.bsts.BstsModel;
import outturn.evidence.bsts.Sampling;
import outturn.evidence.estimate.Answer;
import outturn.evidence.its.Its;
import outturn.evidence.its.model.Control;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.panel.Observation;
import outturn.evidence.panel.Panel;
import outturn.evidence.quantity.Pert;
import outturn.evidence.quantity.Seed;
import outturn.evidence.series.Series;
import outturn.evidence.synthetic.Synthetic;
import outturn.evidence.synthetic.SyntheticOptions;
import outturn.evidence.xmr.Direction;
import outturn.evidence.xmr.Xmr;
import outturn.evidence.xmr.XmrOptions;

/// The sizes that users meet, on one thread; `docs/performance.md` has the goals and the figures.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
public class EstimatorBenchmarks {
  private static final RandomGenerator NOISE = new Seed(20261129).generator();

  private final List<Series> charts = Stream.generate(() -> noise(60)).limit(10_000).toList();
  private final Series months = noise(36);
  private final Series weeks = noise(120);
  private final List<Control> controls =
      Stream.of("a", "b", "c", "d", "e").map(name -> new Control(name, noise(120))).toList();
  private final Plan plan = plan();
  private final Panel states = panel(39, 31, 19);

  /// 10,000 charts of 60 values.
  @Benchmark
  public int controlCharts() {
    var options = XmrOptions.standard(Direction.HIGHER_IS_BETTER);
    return charts.stream().mapToInt(each -> Xmr.of(each, options).points().size()).sum();
  }

  /// 24 months before and 12 after, with 999 bootstraps, fake dates and the other models.
  @Benchmark
  public Object interruptedTimeSeries() {
    return found(Its.analyse(months, ItsModel.of(Intervention.at(24))));
  }

  /// 5,000 draws, 120 periods, 5 controls.
  @Benchmark
  public Object structuralTimeSeries() {
    var model = BstsModel.of(Intervention.at(100), controls.toArray(Control[]::new));
    return found(Bsts.analyse(weeks, model.with(new Sampling(5000, .95, 1))));
  }

  /// 10,000 draws, 10 levers, 36 months; with and without those of people.
  @Benchmark
  public Object attainment() {
    return found(Attainment.forecast(plan, Simulation.standard(new Seed(1))));
  }

  /// 39 units, 31 periods, all placebos.
  @Benchmark
  public Object syntheticControl() {
    return found(Synthetic.analyse(states, SyntheticOptions.DEFAULT));
  }

  private static <T> T found(Answer<T> answer) {
    return answer.result().orElseThrow();
  }

  private static Series noise(int periods) {
    return Series.of(NOISE.doubles(periods).map(each -> 100 + 10 * each).toArray());
  }

  private static Plan plan() {
    var elements = List.of(Element.PEOPLE, Element.PROCESS, Element.TECHNOLOGY);
    var levers = new ArrayList<Lever>();
    for (var i = 0; i < 10; i++) {
      var timing = Timing.from(i).with(new Slip(1, 3)).withRamp(3);
      var element = elements.get(i % elements.size());
      var effect = found(Pert.of(0, 1, 3));
      var adoption = Adoption.Logistic.reachingHalf(6, .9);
      levers.add(new Lever("lever " + i, element, effect, timing, adoption, .8));
    }
    var target = new Target(106, Direction.HIGHER_IS_BETTER, 35, new Target.Rule.Sustained(3, 4));
    return new Plan(
        new Baseline(100, 1, 3, .4), levers, List.of(), ElementRule.WEAKEST, target, 36);
  }

  private static Panel panel(int units, int periods, int start) {
    var all = new ArrayList<Observation>();
    for (var unit = 0; unit < units; unit++) {
      var slope = NOISE.nextGaussian();
      for (var period = 0; period < periods; period++) {
        var value = 100 + slope * period + NOISE.nextGaussian();
        all.add(new Observation("unit " + unit, period, value));
      }
    }
    return found(Panel.of(all, Map.of("unit 0", start)));
  }
}
