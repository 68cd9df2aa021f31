package outturn.runtime.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

  private final Agenda agenda = new Agenda();

  private Group added(String name) {
    var group = new Group(List.of(name));
    agenda.add(group);
    return group;
  }

  private void done(Group group, Instant at, int due) {
    var took = Duration.ofMillis(1);
    agenda.change(group, () -> group.done(at, NOW.plusSeconds(due), took));
  }

  /// Forecasts all that is to be forecast, and answers in which order.
  private List<String> round(Instant now) {
    var names = new ArrayList<String>();
    for (var next = agenda.next(now); next.isPresent(); next = agenda.next(now)) {
      names.add(next.get().name());
      done(next.get(), now, 3_600);
    }
    return names;
  }

  @Test
  void eachGroupComesOnceAndThenRests() {
    added("b");
    added("a");

    assertThat(round(NOW)).containsExactly("a", "b");
    assertThat(round(NOW.plusSeconds(179))).isEmpty();
    assertThat(round(NOW.plusSeconds(180))).containsExactly("a", "b");
  }

  @Test
  void whatHasChangedOvertakesWhatHasGrownOld() {
    done(added("soon"), NOW, 60);
    var later = added("later");
    done(later, NOW, 600);
    assertThat(agenda.next(NOW.plusSeconds(9))).isEmpty();

    agenda.change(later, later::touch);

    assertThat(round(NOW.plusSeconds(30))).containsExactly("later", "soon");
  }

  @Test
  void whatChangesWhileItWaitsForItsTurnIsStillThereOnce() {
    var old = added("old");
    done(old, NOW, 60);
    added("never");
    assertThat(agenda.next(NOW.plusSeconds(20)).orElseThrow().name()).isEqualTo("never");

    agenda.change(old, old::touch);

    assertThat(round(NOW.plusSeconds(20))).containsExactly("never", "old");
  }

  @Test
  void whatIsRemovedComesNoMore() {
    var group = added("group");
    assertThat(agenda.next(NOW)).contains(group);
    agenda.remove(group);

    assertThat(agenda.next(NOW)).isEmpty();
  }
}
