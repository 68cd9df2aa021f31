package outturn.store.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import outturn.store.json.Json;

/// Reads rows of surveys.
final class WaveRows {
  private WaveRows() {}

  static Wave wave(ResultSet row) throws SQLException {
    return new Wave(
        row.getString("survey"),
        row.getInt("wave"),
        new Wave.Source(row.getString("project"), row.getLong("version"), row.getLong("seed")),
        row.getInt("invited"),
        new Wave.Thresholds(row.getInt("numbers"), row.getInt("comments")),
        new Wave.Span(instant(row, "opened"), row.getString("opened_by"), instant(row, "closes")));
  }

  static Invitee invitee(ResultSet row) throws SQLException {
    var groups = Json.decode(row.getString("groups")).getOrDefault("groups", List.of());
    return new Invitee(
        row.getString("address"),
        row.getString("language"),
        groups instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of());
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
