package outturn.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;

/// The project `bench-pool`: workflows of tasks that do nothing and claim one of the same pool.
/// Their runs are due at noon of the day after their business date, and it is said what an hour of
/// lateness costs. So what waits can be weighed; all of that is there in either order.
final class BenchPool {
  static final String NAME = "bench-pool";
  static final String SINGLE = "bench-pool-single";
  static final String CHAIN = "bench-pool-chain";

  private static final int SIZE = 100;

  private static final String WORTH =
      """
      {kind: group, name: bench-readers, is: beneficiary}
      ---
      {kind: measure, name: bench-lateness, type: proportion, unit: percent, better: lower, cadence: monthly}
      ---
      kind: outcome
      name: bench-in-time
      owner: bench
      statement: {who: bench-readers, what: see the end of runs, soThat: they know what an order costs}
      measures: [{measure: bench-lateness}]
      ---
      kind: service
      name: bench-service
      outputs:
      """;

  private static final String OUTPUT =
      """
        - name: %s
          promise: Runs of the bench end in time
          deadline: %s/ended
          serves:
            - outcome: bench-in-time
              because: only what is late costs something
              perHourLate: {currency: GBP, low: 100, likely: %d, high: 1000}
      """;

  private BenchPool() {}

  /// The files, equal for equal lengths of the chain and the same order.
  static ProjectFiles files(int chain, Pooled pooled) {
    var pool = "kind: pool\nname: %s\nsize: %d\norder: %s\n".formatted(NAME, SIZE, pooled.word());
    return new ProjectFiles(
        Map.of(
            ProjectReader.MAIN_FILE,
            "kind: project\nname: %s\ntitle: What outturn bench --pool runs\n"
                .formatted(NAME)
                .getBytes(UTF_8),
            "pool.yaml",
            pool.getBytes(UTF_8),
            "single.yaml",
            workflow(SINGLE, 1).getBytes(UTF_8),
            "chain.yaml",
            workflow(CHAIN, chain).getBytes(UTF_8),
            "worth.yaml",
            (WORTH + OUTPUT.formatted(SINGLE, SINGLE, 200) + OUTPUT.formatted(CHAIN, CHAIN, 400))
                .getBytes(UTF_8)));
  }

  private static String workflow(String name, int length) {
    var text = new StringBuilder();
    text.append(
        """
        kind: workflow
        name: %s
        title: Tasks that share a pool, of which each needs the one before
        deadlines: [{name: ended, by: "+1d 12:00"}]
        tasks:
          t1: {pools: {%s: 1}}
        """
            .formatted(name, NAME));
    for (var task = 2; task <= length; task++) {
      text.append("  t%d: {needs: [t%d], pools: {%s: 1}}\n".formatted(task, task - 1, NAME));
    }
    return text.toString();
  }
}
