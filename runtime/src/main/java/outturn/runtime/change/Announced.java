package outturn.runtime.change;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import outturn.definition.change.Change;

/// What a program announces.
public sealed interface Announced {
  /// Something happened.
  ///
  /// @param id tells it from others of the same program
  /// @param affects measures, beside those of the webhook's address
  record Happened(String id, String title, When when, Change.Type type, List<String> affects)
      implements Announced {
    public Happened {
      affects = List.copyOf(affects);
    }
  }

  /// It is none that charts are to know.
  record Ignored(String why) implements Announced {}

  /// When something happened: a day, or a time, whose day depends on the place.
  sealed interface When {
    LocalDate day(ZoneId zone);

    record On(LocalDate date) implements When {
      @Override
      public LocalDate day(ZoneId zone) {
        return date;
      }
    }

    record At(OffsetDateTime time) implements When {
      @Override
      public LocalDate day(ZoneId zone) {
        return time.atZoneSameInstant(zone).toLocalDate();
      }
    }
  }

  /// What says what a request is: its headers.
  ///
  /// @param github the header X-GitHub-Event
  /// @param gitlab the header X-Gitlab-Event
  record Sender(Optional<String> github, Optional<String> gitlab) {}
}
