package outturn.store.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.definition.change.Change;
import outturn.store.TestDatabase;
import outturn.store.change.RecordedChange.Origin;
import outturn.store.change.RecordedChange.State;
import outturn.store.database.Lane;

class ChangeEventsTest {
  private static final Instant NOW = Instant.parse("2026-07-06T08:00:00.123456789Z");
  private static TestDatabase database;
  private static Jdbi jdbi;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    jdbi = database.database().jdbi(Lane.API);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Change change(String name, String date) {
    return new Change(
        name, "Letters", LocalDate.parse(date), Change.Type.GO_LIVE, List.of("waits", "returns"));
  }

  private static Origin at(Instant instant) {
    return new Origin(Origin.PERSON, "ada", instant);
  }

  @Test
  void aCorrectionIsANewVersionAndWhatWasKnownBeforeStays() {
    var events = new ChangeEvents(jdbi);
    var first = events.record(change("letters", "2026-04-06"), State.HOLDS, "", at(NOW));
    var again = events.record(change("letters", "2026-04-06"), State.HOLDS, "twice", at(NOW));
    var later = NOW.plusSeconds(60);
    var second = events.record(change("letters", "2026-04-07"), State.HOLDS, "typing", at(later));

    assertThat(again).isEqualTo(first);
    assertThat(first.change()).isEqualTo(change("letters", "2026-04-06"));
    assertThat(second.version()).isEqualTo(2);
    assertThat(events.history("letters")).containsExactly(second, first);
    assertThat(events.all(later)).contains(second).doesNotContain(first);
    assertThat(events.all(NOW)).contains(first).doesNotContain(second);
    assertThat(events.all(NOW.minusSeconds(1))).isEmpty();
  }

  @Test
  void whatWasWithdrawnIsKept() {
    var events = new ChangeEvents(jdbi);
    events.record(change("mistake", "2026-05-01"), State.HOLDS, "", at(NOW));
    var gone = events.record(change("mistake", "2026-05-01"), State.WITHDRAWN, "no", at(NOW));

    assertThat(gone.version()).isEqualTo(2);
    assertThat(events.all(NOW)).contains(gone);
  }

  @Test
  void noRowCanBeChanged() {
    new ChangeEvents(jdbi).record(change("kept", "2026-05-01"), State.HOLDS, "", at(NOW));
    new ShiftAnswers(jdbi).answer(said(Optional.empty()), "ada", NOW);

    for (var table : List.of("change_event", "shift_answer")) {
      for (var sql :
          List.of(
              "delete from " + table, "truncate " + table, "update " + table + " set note = 'x'")) {
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(sql)))
            .hasMessageContaining("append-only");
      }
    }
  }

  @Test
  void theLatestAnswerToAShiftHolds() {
    var answers = new ShiftAnswers(jdbi);
    var first = answers.answer(said(Optional.empty()), "ada", NOW);
    var second = answers.answer(said(Optional.of("letters")), "bob", NOW.plusSeconds(9));

    assertThat(second.version()).isEqualTo(first.version() + 1);
    assertThat(answers.all(NOW.plusSeconds(9))).containsExactly(second);
  }

  private static ShiftAnswers.Said said(Optional<String> change) {
    return new ShiftAnswers.Said("waits", LocalDate.of(2026, 3, 1), change, "");
  }
}
