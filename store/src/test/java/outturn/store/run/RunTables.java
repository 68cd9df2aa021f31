package outturn.store.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import outturn.engine.run.AttemptId;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.store.json.Json;

/// Writes rows of runs as the journal does, with as much in them as a test says.
final class RunTables {
  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  static final LocalDate DATE = LocalDate.of(2026, 11, 22);

  private final Jdbi jdbi;

  RunTables(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The id of a run made so many milliseconds after [#NOW].
  static RunId id(int millis) {
    return RunId.firstAt(NOW.plusMillis(millis));
  }

  /// A run that ann started.
  RunId add(int millis, String workflow, RunState state) {
    return add(millis, workflow, state, Map.of("started_by", "ann"));
  }

  RunId add(int millis, String workflow, RunState state, Map<String, Object> more) {
    var id = id(millis);
    var row = new HashMap<String, @Nullable Object>();
    row.put("id", id.value());
    row.put("workflow", workflow);
    row.put("project", "pay");
    row.put("version", 7L);
    row.put("state", state.word());
    row.put("business_date", DATE);
    row.put("created", NOW);
    row.putAll(more);
    insert("run", row);
    if (!state.ended()) {
      insert(
          "live_run", Map.of("id", id.value(), "partition", id.partition(), "workflow", workflow));
    }
    return id;
  }

  void attempt(AttemptId id, String state, Map<String, Object> more) {
    var row = new HashMap<String, @Nullable Object>();
    row.put("run", id.run().value());
    row.put("task", id.task());
    row.put("item", id.item());
    row.put("attempt", id.attempt());
    row.put("state", state);
    row.put("token", 0L);
    row.put("worker", 0L);
    row.put("started", NOW);
    row.putAll(more);
    insert("attempt", row);
  }

  long schedule(String workflow, String name) {
    return jdbi.withHandle(handle -> {
      handle.execute(
          """
          insert into project_version (project, number, hash, applied, applied_by)
          values ('pay', 1, '', now(), 'ann') on conflict do nothing
          """);
      handle.execute(
          "insert into project select 'pay', id from project_version on conflict do nothing");
      return handle
          .createQuery(
              """
              insert into schedule (project, workflow, name, partition, looked_until, spec)
              values ('pay', :workflow, :name, 0, now(), '') returning id
              """)
          .bind("workflow", workflow)
          .bind("name", name)
          .mapTo(Long.class)
          .one();
    });
  }

  void insert(String table, Map<String, ? extends @Nullable Object> row) {
    var columns = String.join(", ", row.keySet());
    var values = ":" + String.join(", :", row.keySet());
    for (var json : new String[] {":inputs", ":outputs"})
      values = values.replace(json, json + "::jsonb");
    var insert = "insert into %s (%s) values (%s)".formatted(table, columns, values);
    jdbi.useHandle(handle -> {
      try (var update = handle.createUpdate(insert)) {
        row.forEach((column, value) ->
            update.bind(column, value instanceof Map<?, ?> map ? json(map) : value));
        update.execute();
      }
    });
  }

  private static String json(Map<?, ?> map) {
    var values = new HashMap<String, Object>();
    map.forEach((name, value) -> values.put((String) name, value));
    return Json.encode(values);
  }
}
