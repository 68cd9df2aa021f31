package outturn.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class NodesCommandTest {
  private static final String NODES =
      """
      {"items":[
        {"number":"7","name":"one","version":"1.2","state":"living","partitions":[0,1,2,5,63],
         "times":{"started":"2026-11-23T02:00:00Z","leaseUntil":"2026-11-24T02:00:00Z","workerUntil":"2026-11-24T02:01:00Z"}},
        {"number":"8","name":"two","version":"1.2","state":"draining","partitions":[],
         "times":{"started":"2026-11-23T03:00:00Z","leaseUntil":"2026-11-24T02:00:00Z","workerUntil":"2026-11-24T02:01:00Z"}}],
       "next":null}
      """;

  private final FakeServer server = new FakeServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void eachNodeTellsWhatItDecidesFor() {
    server.on("GET /nodes", 200, NODES);

    var result = new Shell(server).run("nodes");

    assertThat(result.out())
        .contains("living", "5 of 64: 0-2, 5, 63", "draining", "nothing")
        .contains("NUMBER", "DECIDES FOR");
  }
}
