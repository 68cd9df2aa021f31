package outturn.definition.schedule;

/// A cron expression.
public record Cron(String text) {}
