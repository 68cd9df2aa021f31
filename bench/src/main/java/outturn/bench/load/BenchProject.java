package outturn.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;

/// The project `bench`: a workflow for each form of load. Its tasks do nothing, except for the one
/// that starts the smallest process that there is.
public final class BenchProject {
  public static final String NAME = "bench";
  public static final String SINGLE = "bench-single";
  public static final String CHAIN = "bench-chain";
  public static final String FAN = "bench-fan";
  static final String PROCESS = "bench-process";

  /// The input of the fan: a list with an element for each task.
  public static final String ITEMS = "items";

  private static final String MAIN =
      """
      kind: project
      name: %s
      title: What outturn bench runs
      """
          .formatted(NAME);
  private static final String SINGLE_FILE =
      """
      kind: workflow
      name: %s
      title: One task that does nothing
      tasks:
        work: {}
      """
          .formatted(SINGLE);
  private static final String FAN_FILE =
      """
      kind: workflow
      name: %s
      title: Many tasks at once, and one that needs them all
      inputs:
        %s: {type: list<int>}
      tasks:
        work:
          forEach: ${inputs.%s}
          parallel: %d
        join:
          needs: [work]
      """
          .formatted(FAN, ITEMS, ITEMS, Load.MOST_TASKS);
  private static final String PROCESS_FILE =
      """
      kind: workflow
      name: %s
      title: One process that ends at once
      tasks:
        work:
          run: ["true"]
          repeatable: true
      """
          .formatted(PROCESS);

  private BenchProject() {}

  /// The files, equal for equal lengths of the chain.
  public static ProjectFiles files(int chain) {
    return new ProjectFiles(
        Map.of(
            ProjectReader.MAIN_FILE,
            MAIN.getBytes(UTF_8),
            "single.yaml",
            SINGLE_FILE.getBytes(UTF_8),
            "chain.yaml",
            chain(chain).getBytes(UTF_8),
            "fan.yaml",
            FAN_FILE.getBytes(UTF_8),
            "process.yaml",
            PROCESS_FILE.getBytes(UTF_8)));
  }

  private static String chain(int length) {
    var text = new StringBuilder();
    text.append(
        """
        kind: workflow
        name: %s
        title: Tasks of which each needs the one before
        tasks:
          t1: {}
        """
            .formatted(CHAIN));
    for (var task = 2; task <= length; task++) {
      text.append("  t%d: {needs: [t%d]}\n".formatted(task, task - 1));
    }
    return text.toString();
  }
}
