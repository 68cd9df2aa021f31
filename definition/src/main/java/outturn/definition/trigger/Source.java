package outturn.definition.trigger;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outturn.definition.expression.Template;
import outturn.definition.file.FilePattern;
import outturn.definition.jsonpath.JsonPath;

/// Where an event comes from.
public sealed interface Source {

  /// A file is there, on the host of the server that decides for the project.
  ///
  /// @param stable how long size and time of change must have stayed the same
  /// @param existing what becomes of files that are there when the folder is first looked at
  record Arrival(FilePattern files, Duration stable, Existing existing) implements Source {}

  /// What becomes of files that were there before.
  enum Existing {
    IGNORE,
    START
  }

  /// A request to `/api/v1/hooks/WORKFLOW/TRIGGER`.
  ///
  /// @param signed how a sender proves who he is; without it he needs a token of the API
  /// @param key what makes two requests the same
  /// @param values of the body, by the names that they get
  record Webhook(Optional<Signed> signed, Optional<Key> key, Map<String, JsonPath> values)
      implements Source {
    public Webhook {
      values = Map.copyOf(values);
    }
  }

  /// A signature: HMAC-SHA256 of the body in hexadecimal, with or without `sha256=` before it.
  ///
  /// @param secret exactly one secret
  record Signed(Template secret, String header) {}

  /// What makes two requests the same.
  sealed interface Key {
    record Header(String name) implements Key {}

    record Body(JsonPath path) implements Key {}
  }

  /// A run of another workflow, or a task of it, has ended.
  ///
  /// @param task empty for the run as a whole
  /// @param date which date the started run is for, counted from that of the run that ended
  record Ending(String workflow, Optional<String> task, Set<End> on, DateShift date)
      implements Source {
    public Ending {
      on = Set.copyOf(on);
    }
  }

  /// How a run or a task can end.
  enum End {
    SUCCEEDED,
    FAILED,
    SKIPPED,
    CANCELLED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A CloudEvent that was sent to `/api/v1/events`.
  ///
  /// @param source empty for any
  /// @param values of its data, by the names that they get
  record Cloud(String type, Optional<String> source, Map<String, JsonPath> values)
      implements Source {
    public Cloud {
      values = Map.copyOf(values);
    }
  }

  /// The word for files and people.
  default String word() {
    return switch (this) {
      case Arrival _ -> "file";
      case Webhook _ -> "webhook";
      case Ending _ -> "event";
      case Cloud _ -> "cloudEvent";
    };
  }
}
