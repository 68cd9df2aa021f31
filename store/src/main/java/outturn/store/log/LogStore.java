package outturn.store.log;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import outturn.engine.run.AttemptId;
import outturn.engine.run.RunId;
import outturn.store.database.SqlArray;

/// What attempts wrote.
public final class LogStore {
  private final Jdbi jdbi;

  public LogStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Writes all of them or none. A chunk that is there already stays as it is, so that who does not
  /// know whether a call went through may call again.
  public void append(List<Chunk> chunks) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into log (run, task, item, attempt, seq, written, size, body)
                select * from unnest(:runs, :tasks, :items, :attempts, :seqs, :written, :sizes, :bodies)
                on conflict do nothing
                """)
            .bind(
                "runs",
                SqlArray.longs(chunks.stream().map(c -> c.attempt().run().value()).toList()))
            .bind("tasks", SqlArray.texts(chunks.stream().map(c -> c.attempt().task()).toList()))
            .bind("items", SqlArray.ints(chunks.stream().map(c -> c.attempt().item()).toList()))
            .bind(
                "attempts", SqlArray.ints(chunks.stream().map(c -> c.attempt().attempt()).toList()))
            .bind("seqs", SqlArray.ints(chunks.stream().map(Chunk::seq).toList()))
            .bind(
                "written",
                SqlArray.instants(chunks.stream().map(c -> c.frames().getLast().at()).toList()))
            .bind("sizes", SqlArray.ints(chunks.stream().map(Chunk::size).toList()))
            .bind(
                "bodies",
                SqlArray.bytes(chunks.stream().map(c -> ChunkBody.encode(c.frames())).toList()))
            .execute());
  }

  /// The chunks from a number on, until they have so many bytes together; at least one if there is
  /// one. The next call goes on at the last one's number + 1.
  public List<Chunk> read(AttemptId attempt, int fromSeq, int maxBytes) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select seq, body
              from (
                select seq, body, size, sum(size) over (order by seq) as until_here
                from log
                where run = :run and task = :task and item = :item and attempt = :attempt
                  and seq >= :from) l
              where until_here - size < :max or until_here = size
              order by seq
              """)
          .bind("run", attempt.run().value())
          .bind("task", attempt.task())
          .bind("item", attempt.item())
          .bind("attempt", attempt.attempt())
          .bind("from", fromSeq)
          .bind("max", maxBytes)
          .map((row, _) ->
              new Chunk(attempt, row.getInt("seq"), ChunkBody.decode(row.getBytes("body"))))
          .list();
    }
  }

  /// The bytes, before compression, that each attempt of a run wrote; none is absent.
  public Map<AttemptId, Long> sizes(RunId run) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select task, item, attempt, sum(size) as size
              from log where run = :run group by task, item, attempt
              """)
          .bind("run", run.value())
          .map((row, _) ->
              Map.entry(
                  new AttemptId(
                      run, row.getString("task"), row.getInt("item"), row.getInt("attempt")),
                  row.getLong("size")))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }

  /// The bytes, before compression, that an attempt wrote.
  public long size(AttemptId attempt) {
    return sizes(attempt.run()).getOrDefault(attempt, 0L);
  }
}
