package outturn.definition.ahead;

import outturn.definition.schedule.Schedule;

/// A schedule with the workflow that it starts.
public record Starter(String workflow, Schedule schedule) {}
