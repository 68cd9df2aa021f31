package outturn.cli.crontab;

import outturn.cli.crontab.CrontabLine.Entry;

/// Writes a job as a document of kind workflow.
final class WorkflowWriter {
  private static final String TASK = "command";

  private final StringBuilder yaml = new StringBuilder();

  /// An entry with all that its workflow is made of.
  ///
  /// @param title empty when no comment stands above it
  /// @param origin its file and line
  /// @param zone of the workflow, for times whose table names none
  record Job(
      String name, String title, String origin, String zone, Entry entry, Settings settings) {

    CommandText command() {
      return CommandText.of(entry.command());
    }

    /// The zone of the schedule, where it is not that of the workflow.
    String scheduleZone() {
      var own = entry.zone().isEmpty() ? settings.zone() : entry.zone();
      return own.equals(zone) ? "" : own;
    }

    /// Whether the commands are for the shell that Outturn starts.
    boolean isForShell() {
      return settings.shell().endsWith("/sh");
    }
  }

  private WorkflowWriter() {}

  static String write(Job job) {
    var writer = new WorkflowWriter();
    writer.heading(job);
    writer.schedule(job);
    writer.task(job);
    return writer.yaml.toString();
  }

  private void line(String text) {
    yaml.append(text).append('\n');
  }

  private void heading(Job job) {
    yaml.append(Yaml.comment(job.origin()));
    line("kind: workflow");
    line("name: " + job.name());
    if (!job.title().isEmpty()) line("title: " + Yaml.value(job.title()));
    line("timezone: " + Yaml.value(job.zone()));
  }

  /// As cron does it: nothing is made up for, and no start waits for the last one to end.
  private void schedule(Job job) {
    var due = job.entry().due();
    line("schedules:");
    line("  - name: cron");
    line("    cron: " + Yaml.quoted(due.cron().text()));
    if (!job.scheduleZone().isEmpty()) line("    timezone: " + Yaml.value(job.scheduleZone()));
    if (due.followsTheWall() && !due.cron().everyHour()) {
      line("    dst: {gap: skip, overlap: both}");
    }
    line("    catchUp: {runs: none}");
    line("    whenRunning: " + (job.entry().single() ? "skip" : "allow"));
  }

  private void task(Job job) {
    line("tasks:");
    line("  " + TASK + ":");
    var command = job.command();
    if (job.isForShell()) {
      line("    shell: " + Yaml.block(escaped(withInput(command)), 6));
    } else if (command.hasInput()) {
      line("    shell: " + Yaml.block(escaped(withInput(job.settings().shell(), command)), 6));
    } else {
      line("    run:");
      line("      - " + Yaml.value(escaped(job.settings().shell())));
      line("      - \"-c\"");
      line("      - " + Yaml.block(escaped(command.line()), 8));
    }
    if (job.settings().variables().isEmpty()) return;
    line("    env:");
    job.settings()
        .variables()
        .forEach((name, value) -> line("      %s: %s".formatted(name, Yaml.value(escaped(value)))));
  }

  /// The whole command gets the input, whatever it is made of, and may end in a comment.
  private static String withInput(CommandText command) {
    if (!command.hasInput()) return command.line();
    return "{\n%s\n} %s".formatted(command.line(), document(command.input()));
  }

  private static String withInput(String shell, CommandText command) {
    var word = "'" + command.line().replace("'", "'\\''") + "'";
    return "%s -c %s %s".formatted(shell, word, document(command.input()));
  }

  /// A here-document in which nothing is expanded.
  private static String document(String input) {
    var end = "INPUT";
    while (input.lines().anyMatch(end::equals)) end += "_";
    return "<<'%s'\n%s%s".formatted(end, input, end);
  }

  /// A `${` of the shell, written so that it is not taken for an expression.
  private static String escaped(String text) {
    return text.replace("${", "$${");
  }
}
