package outturn.http.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.engine.decide.Event;
import outturn.engine.run.RunId;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.runtime.forecast.Foresight;
import outturn.runtime.stake.Worths;
import outturn.runtime.stake.WorthsForeseen;
import outturn.store.identity.Role;

/// A run has two promises that cost something when they are late, and the first is kept.
class KeptPromiseTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client OPERATOR = SERVER.client(Role.OPERATOR);
  private static final String PROJECT =
      """
      kind: project
      name: close
      ---
      {kind: group, name: desk, is: business, members: [operator-user]}
      ---
      {kind: pool, name: ledger, size: 1, order: worth}
      ---
      kind: workflow
      name: nightly
      deadlines:
        - {name: files-out, task: files, by: "+1d 02:00"}
        - {name: report-out, by: "+1d 06:00"}
      tasks:
        files: {approval: {role: operator}}
        report: {needs: [files], approval: {role: operator}}
        book: {needs: [report], pools: {ledger: 1}, run: ["true"]}
      ---
      {kind: group, name: readers, is: beneficiary}
      ---
      {kind: measure, name: answers, type: proportion, unit: percent, better: higher, cadence: monthly}
      ---
      kind: outcome
      name: early-answers
      owner: desk
      statement: {who: readers, what: have the figures when they decide, soThat: they decide once}
      measures: [{measure: answers}]
      ---
      kind: service
      name: figures
      outputs:
        - name: files
          promise: The files are out in time
          deadline: nightly/files-out
          serves:
            - outcome: early-answers
              because: they decide by them
              perHourLate: {currency: GBP, low: 100, likely: 250, high: 600}
        - name: report
          promise: The report is out in time
          deadline: nightly/report-out
          serves:
            - outcome: early-answers
              because: they decide by it
              perHourLate: {currency: GBP, low: 30, likely: 60, high: 90}
      """;

  private final Foresight foresight =
      OwnForesight.of(SERVER.services(), SERVER.jdbi(), _ -> {}, () -> 0, () -> 0);

  @BeforeAll
  static void apply() {
    SERVER.apply("close", Client.onlyFile(PROJECT));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void whatWasPromisedAndIsDoneCostsNothingAnyMore() throws InterruptedException {
    var id = OPERATOR.start(Map.of("workflow", "nightly"));
    assertThat(perHour(id)).isEqualTo(310);

    var path = "/api/v1/runs/%s/tasks/files/approve".formatted(id);
    assertThat(OPERATOR.post(path, Map.of()).status()).isLessThan(300);

    // A group is forecast anew a second after the last time at the earliest.
    double costs = perHour(id);
    for (int look = 0; look < 600 && costs != 60; look++) {
      Thread.sleep(50);
      costs = perHour(id);
    }
    assertThat(costs).isEqualTo(60);
    foresight.close();
  }

  private double perHour(String run) {
    foresight.step();
    var told = new ArrayList<Event>();
    var inForce = SERVER.services().definitions().inForce();
    new Worths(new WorthsForeseen(foresight, inForce), told::add, () -> 0).step();
    return ((Event.WorthTold) told.getFirst()).all().get(RunId.parse(run)).perHour();
  }
}
