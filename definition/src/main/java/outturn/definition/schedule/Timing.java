package outturn.definition.schedule;

/// When a schedule is due: by a pattern of local times, or by time that passes.
public sealed interface Timing permits Cron, Recurrence, Every, At {

  /// What the file says, in one line: `0 2 * * *`, `FREQ=DAILY`, `every 90m`, `at
  /// 2026-12-24T18:00`.
  String text();
}
