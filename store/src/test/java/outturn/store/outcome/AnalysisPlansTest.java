package outturn.store.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import outturn.outcome.register.LockedPlan;
import outturn.outcome.terms.Terms;
import outturn.store.TestDatabase;
import outturn.store.audit.Audit;
import outturn.store.database.Lane;
import outturn.store.outcome.AnalysisPlans.Amendment;
import outturn.store.outcome.AnalysisPlans.Said;

class AnalysisPlansTest {
  private static final Instant NOW = Instant.parse("2026-04-01T00:00:30Z");
  private static final Said FIRST =
      new Said(new Terms("target 85\n"), Optional.of(LocalDate.of(2026, 4, 13)));
  private static final Said SECOND = new Said(new Terms("target 80\n"), Optional.empty());

  private static TestDatabase database;
  private static Jdbi jdbi;
  private AnalysisPlans plans;
  private String outcome = "";

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    jdbi = database.database().jdbi(Lane.API);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  // Nothing can be deleted: each test has an outcome of its own.
  @BeforeEach
  void name(TestInfo test) {
    plans = new AnalysisPlans(jdbi);
    outcome = test.getDisplayName();
  }

  @Test
  void whatIsLockedIsReadAsItWas() {
    plans.lock(outcome, FIRST, "server", NOW);

    var locked = new LockedPlan(1, FIRST.terms(), FIRST.firstKnown(), NOW, "server", "");
    assertThat(plans.history(outcome)).containsExactly(locked);
    assertThat(plans.standing()).containsEntry(outcome, locked);
    var acts = jdbi.withHandle(handle -> new Audit(() -> NOW).before(handle, Long.MAX_VALUE, 50));
    assertThat(acts)
        .anySatisfy(entry -> {
          assertThat(entry.act().action()).isEqualTo("analysis lock");
          assertThat(entry.act().subject()).isEqualTo(outcome);
        });
  }

  @Test
  void aPlanIsLockedOnce() {
    plans.lock(outcome, FIRST, "server", NOW);
    plans.lock(outcome, SECOND, "server", NOW.plusSeconds(60));

    assertThat(plans.history(outcome)).hasSize(1);
  }

  @Test
  void anAmendmentStandsBesideWhatItAmends() {
    plans.lock(outcome, FIRST, "server", NOW);

    amend(new Amendment(outcome, SECOND, "less is asked"));
    amend(new Amendment(outcome, SECOND, "once more"));

    assertThat(plans.history(outcome))
        .extracting(LockedPlan::version, LockedPlan::terms, LockedPlan::by, LockedPlan::reason)
        .containsExactly(
            tuple(2, SECOND.terms(), "ada", "less is asked"),
            tuple(1, FIRST.terms(), "server", ""));
  }

  @Test
  void nothingThatIsLockedCanBeChangedOrDeleted() {
    plans.lock(outcome, FIRST, "server", NOW);

    for (var change :
        List.of(
            "update analysis_plan set terms = ''",
            "delete from analysis_plan",
            "truncate analysis_plan")) {
      assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(change)))
          .hasMessageContaining("append-only");
    }
  }

  private void amend(Amendment amendment) {
    jdbi.useTransaction(
        handle -> AnalysisPlans.amend(handle, List.of(amendment), "ada", NOW.plusSeconds(60)));
  }
}
