package outturn.store.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outturn.engine.run.Mark;
import outturn.engine.run.RunId;

/// The marks of a batch: of each the last word counts, whatever was said before it.
final class MarkSheets {
  private final Map<Key, Optional<Mark>> last = new LinkedHashMap<>();

  private record Key(RunId run, String task, Mark.Kind kind) {}

  void set(Mark mark) {
    last.put(new Key(mark.run(), mark.task().orElse(""), mark.kind()), Optional.of(mark));
  }

  void clear(RunId run, Optional<String> task, Mark.Kind kind) {
    last.put(new Key(run, task.orElse(""), kind), Optional.empty());
  }

  /// The sheet that removes what stood there, and then the one that adds what stands now.
  Stream<Sheet> written() {
    var removed =
        Sheet.byKey(
            """
            delete from mark m using {rows} as u (run, task, kind)
            where m.run = u.run and m.task = u.task and m.kind = u.kind
            """,
            "int8",
            "text",
            "text");
    var added =
        Sheet.of(
            """
            insert into mark (run, task, kind, who, why, at, history)
            select u.run, u.task, u.kind, u.who, u.why, u.at, u.history::int[]
            from {rows} as u (run, task, kind, who, why, at, history)
            """,
            "int8",
            "text",
            "text",
            "text",
            "text",
            "timestamptz",
            "text");
    last.forEach((key, mark) -> {
      removed.row(key.run().value(), key.task(), key.kind().word());
      mark.ifPresent(it ->
          added.row(
              key.run().value(),
              key.task(),
              key.kind().word(),
              it.by().who(),
              it.by().why(),
              it.by().at().toString(),
              it.history().stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining(",", "{", "}"))));
    });
    return Stream.of(removed, added);
  }
}
