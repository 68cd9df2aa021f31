package outturn.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The commands, in the order in which the help tells them.
enum CommandName {
  VALIDATE(Topic.PROJECTS),
  SCHEMA(Topic.PROJECTS),
  IMPORT(Topic.PROJECTS),
  SCHEDULE(Topic.PROJECTS),
  PLAN(Topic.PROJECTS),
  APPLY(Topic.PROJECTS),
  WORKFLOWS(Topic.RUNS),
  RUN(Topic.RUNS),
  RUNS(Topic.RUNS),
  SHOW(Topic.RUNS),
  LOGS(Topic.RUNS),
  WHY(Topic.RUNS),
  WHY_NOT(Topic.RUNS),
  AHEAD(Topic.RUNS),
  FORECAST(Topic.RUNS),
  POST_MORTEM(Topic.RUNS),
  EVENTS(Topic.RUNS),
  NOTIFICATIONS(Topic.RUNS),
  ACK(Topic.RUNS),
  CHANNEL(Topic.RUNS),
  HOLD(Topic.OPERATE),
  RELEASE(Topic.OPERATE),
  RERUN(Topic.OPERATE),
  RERUN_WITH(Topic.OPERATE),
  SKIP(Topic.OPERATE),
  FORCE(Topic.OPERATE),
  BYPASS(Topic.OPERATE),
  RUN_NOW(Topic.OPERATE),
  PRIORITISE(Topic.OPERATE),
  CANCEL(Topic.OPERATE),
  KILL(Topic.OPERATE),
  NOTE(Topic.OPERATE),
  NOTES(Topic.OPERATE),
  APPROVE(Topic.OPERATE),
  REJECT(Topic.OPERATE),
  BACKFILL(Topic.OPERATE),
  OUTCOMES(Topic.OUTCOMES),
  OUTCOME(Topic.OUTCOMES),
  GAUGE(Topic.OUTCOMES),
  HONESTY(Topic.OUTCOMES),
  PORTFOLIO(Topic.OUTCOMES),
  REPORT(Topic.OUTCOMES),
  REVIEW(Topic.OUTCOMES),
  VALUE_MAP(Topic.OUTCOMES),
  AT_RISK(Topic.OUTCOMES),
  SERVICE(Topic.OUTCOMES),
  CHANGE(Topic.OUTCOMES),
  MEASURES(Topic.OUTCOMES),
  MEASURE(Topic.OUTCOMES),
  OBSERVE(Topic.OUTCOMES),
  SURVEY(Topic.OUTCOMES),
  STATEMENT(Topic.OUTCOMES),
  EVIDENCE(Topic.OUTCOMES),
  NODES(Topic.SERVER),
  SECRET(Topic.SERVER),
  USER(Topic.SERVER),
  TOKEN(Topic.SERVER),
  LOGIN(Topic.SERVER),
  AUDIT(Topic.SERVER),
  BACKUP(Topic.SERVER),
  RESUME(Topic.SERVER);

  /// What commands are about.
  enum Topic {
    PROJECTS("Projects"),
    RUNS("Workflows and runs"),
    OPERATE("What operators do to runs"),
    OUTCOMES("Outcomes and measures"),
    /// Commands of others are here too.
    SERVER("The server");

    private final String title;

    Topic(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  private final Topic topic;

  CommandName(Topic topic) {
    this.topic = topic;
  }

  static Optional<CommandName> of(String word) {
    return Arrays.stream(values()).filter(name -> name.word().equals(word)).findFirst();
  }

  /// What a command is about, whoever it is from.
  static Topic topic(String word) {
    return of(word).map(name -> name.topic).orElse(Topic.SERVER);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
