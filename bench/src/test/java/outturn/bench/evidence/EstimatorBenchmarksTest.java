package outturn.bench.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Each benchmark once, so that none is broken when it is needed; `-Doutturn.proof=full` measures.
class EstimatorBenchmarksTest {
  private static final boolean FULL = "full".equals(System.getProperty("outturn.proof"));

  @Test
  void everyBenchmarkRuns() throws RunnerException {
    var options = new OptionsBuilder().include(EstimatorBenchmarks.class.getName());
    if (!FULL) {
      options.forks(0).warmupIterations(0).measurementIterations(1).verbosity(VerboseMode.SILENT);
    }

    var results = new Runner(options.shouldFailOnError(true).build()).run();

    assertThat(results).hasSize((int) benchmarks());
  }

  private static long benchmarks() {
    return Arrays.stream(EstimatorBenchmarks.class.getMethods())
        .filter((Method each) -> each.isAnnotationPresent(Benchmark.class))
        .count();
  }
}
