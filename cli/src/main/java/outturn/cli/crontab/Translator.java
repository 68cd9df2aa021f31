package outturn.cli.crontab;

import java.util.ArrayList;
import java.util.List;
import outturn.cli.crontab.CrontabLine.Blank;
import outturn.cli.crontab.CrontabLine.Comment;
import outturn.cli.crontab.CrontabLine.Entry;
import outturn.cli.crontab.CrontabLine.Refused;
import outturn.cli.crontab.CrontabLine.Setting;

/// Translates one crontab, from its first line to its last.
final class Translator {
  private final String file;
  private final Surroundings surroundings;
  private final JobNames names;
  private final Notes notes = new Notes();
  private final Title title = new Title();
  private final StringBuilder yaml = new StringBuilder();
  private final List<LineReport> reports = new ArrayList<>();
  private Settings settings = Settings.NONE;

  /// What a crontab does not say of itself.
  ///
  /// @param zone of times, where the table names none
  /// @param home of the user whose table it is
  record Surroundings(String zone, String home) {}

  private Translator(String file, Surroundings surroundings, JobNames names) {
    this.file = file;
    this.surroundings = surroundings;
    this.names = names;
  }

  /// @param file what the crontab is called in reports and comments
  /// @param names of the workflows, which other crontabs may share
  static Translation translate(
      String file, List<CrontabLine> lines, Surroundings surroundings, JobNames names) {
    var translator = new Translator(file, surroundings, names);
    for (var line : lines) translator.reports.add(translator.translate(line));
    return new Translation(
        file, translator.yaml.toString(), translator.reports, translator.notes.told());
  }

  private LineReport translate(CrontabLine line) {
    return switch (line.content()) {
      case Blank _ -> {
        title.clear();
        yield LineReport.nothing(line);
      }
      case Comment comment -> {
        title.add(comment.words());
        yield LineReport.nothing(line);
      }
      case Setting setting -> set(line, setting);
      case Refused refused -> refuse(line, refused.reason());
      case Entry entry -> translate(line, entry);
    };
  }

  /// A zone that is not known stays, so that nothing below it runs at the wrong time.
  private LineReport set(CrontabLine line, Setting setting) {
    title.clear();
    settings = settings.with(setting);
    return Settings.problem(setting)
        .map(problem -> refuse(line, problem))
        .orElseGet(() -> LineReport.taken(line, "", Settings.remarks(setting)));
  }

  private LineReport refuse(CrontabLine line, String reason) {
    title.clear();
    comment("refused, %s: %s".formatted(origin(line), reason));
    comment("  " + line.text());
    return LineReport.refused(line, reason);
  }

  private LineReport translate(CrontabLine line, Entry entry) {
    var zone = entry.zone().isEmpty() ? settings.zone() : entry.zone();
    var problem = Settings.problem(zone);
    if (problem.isPresent()) return refuse(line, problem.get());
    var remarks = new ArrayList<>(entry.remarks());
    var command = CommandText.of(entry.command());
    var text = command.line();
    if (text.isEmpty()) return refuse(line, "no command stands before the '%'");
    remarks.addAll(CommandHints.of(entry.due(), command));
    remarks.addAll(Owner.remarks(entry.user(), text));
    var own = settings;
    if (CommandHints.usesHome(text) && !settings.hasHome()) {
      var owner = new Owner(entry.user(), surroundings.home());
      own = owner.withHome(settings);
      remarks.add(owner.aboutHome());
    }
    var job =
        new WorkflowWriter.Job(
            names.next(text), title.take(), origin(line), surroundings.zone(), entry, own);
    return switch (entry.state()) {
      case ENABLED -> {
        notes.look(line.number(), entry.user(), text);
        yaml.append("---\n").append(WorkflowWriter.write(job));
        yield LineReport.taken(line, job.name(), remarks);
      }
      case DISABLED -> {
        comment("disabled:");
        comment("---");
        WorkflowWriter.write(job).lines().forEach(this::comment);
        yield LineReport.disabled(line, job.name(), remarks);
      }
    };
  }

  private String origin(CrontabLine line) {
    return "%s:%d".formatted(file, line.number());
  }

  private void comment(String text) {
    yaml.append(Yaml.comment(text));
  }
}
