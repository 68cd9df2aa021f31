package outturn.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import outturn.store.identity.Role;

class NodesTest {
  private static final TestServer SERVER = TestServer.start();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void theOnlyNodeDecidesForAll() {
    var answer = SERVER.client(Role.VIEWER).get("/api/v1/nodes");

    assertThat(answer.status()).isEqualTo(200);
    var node = answer.json().at("/items/0");
    assertThat(node.path("name").asString()).isEqualTo("test-node");
    assertThat(node.path("state").asString()).isEqualTo("living");
    assertThat(node.path("partitions")).hasSize(64);
  }
}
