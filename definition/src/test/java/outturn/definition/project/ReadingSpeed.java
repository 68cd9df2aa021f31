package outturn.definition.project;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;

/// Prints how long a project of many workflows takes to read in a JVM that has just started.
/// Arguments: workflows (500), readings (1), how many of their conditions are unlike each other
/// beyond their names (20).
public final class ReadingSpeed {
  private static final String WORKFLOW =
      """
      kind: workflow
      name: workflow-NUMBER
      title: Workflow NUMBER
      owner: housing-it
      timezone: Europe/London
      schedules:
        - {name: nightly, cron: "MINUTE 2 * * *", businessDate: previous, catchUp: {runs: last, within: 1d}}
      inputs:
        regions: {type: list<string>, default: [north, south]}
        limit: {type: int, default: NUMBER}
      defaults: {timeout: 30m, retry: {attempts: 3, delay: 30s, backoff: exponential}}
      tasks:
        extract-NUMBER:
          run: [python3, extract.py, --date, "${businessDate}"]
          outputs: {rows: int, name: string}
        check: {needs: [extract-NUMBER], shell: "check $DAY", env: {DAY: "${businessDate}"}}
        load:
          needs: [check]
          when: ${tasks.extract_NUMBER.outputs.rows > inputs.limit + DISTINCT}
          sql: {connection: housing, statement: "select :day", params: {day: "${businessDate}"}}
          pools: {db: 1}
        split: {needs: [load], forEach: "${inputs.regions}", parallel: 4, run: [split, "${item}"]}
        tell: {needs: [split], http: {url: "https://example.org/${tasks.extract_NUMBER.outputs.name}", method: POST}}
        wait: {needs: [tell], wait: {for: 10m}}
        left: {needs: [wait], run: [left, "${run.id}"]}
        right: {needs: [wait], run: [right, "${workflow.name}"]}
        clean: {needs: {load: [failed]}, shell: clean}
        done: {needs: [left, right]}
      deadlines: [{name: out, task: load, by: "06:30"}]
      """;

  private ReadingSpeed() {}

  public static void main(String[] arguments) {
    var workflows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
    var readings = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
    var distinct = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
    var files = files(workflows, distinct);
    for (var reading = 0; reading < readings; reading++) {
      var begin = System.nanoTime();
      var work = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      var problems = ProjectReader.read(files).problems().size();
      System.out.printf(
          "%d workflows of 10 tasks: %d problems, %d ms to read (%d ms of CPU), %d ms since the JVM started%n",
          workflows,
          problems,
          (System.nanoTime() - begin) / 1_000_000,
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - work) / 1_000_000,
          ManagementFactory.getRuntimeMXBean().getUptime());
    }
  }

  private static ProjectFiles files(int workflows, int distinct) {
    var files = new HashMap<String, byte[]>();
    files.put("outturn.yaml", bytes("{kind: project, name: speed}"));
    files.put(
        "shared.yaml",
        bytes(
            """
            {kind: connection, name: housing, url: 'jdbc:postgresql://db/housing'}
            ---
            {kind: pool, name: db, size: 4}
            """));
    for (var index = 0; index < workflows; index++) {
      files.put("w%d.yaml".formatted(index), bytes(workflow(index, distinct)));
    }
    return new ProjectFiles(files);
  }

  private static String workflow(int number, int distinct) {
    return WORKFLOW
        .replace("DISTINCT", String.valueOf(number % distinct))
        .replace("NUMBER", String.valueOf(number))
        .replace("MINUTE", String.valueOf(number % 60));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
