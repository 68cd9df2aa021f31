package outturn.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StartTest {
  private final Place place = Place.fresh();
  private final Shell shell = new Shell(place);

  @AfterEach
  void remove() {
    place.remove();
  }

  @Test
  void everythingThatIsWrongWithTheSettingsIsToldAtOnce() {
    var said =
        shell.run("server", "--port", "70000", "--drain", "-1", "--database", "mysql://db/outturn");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .contains("--port is a number from 0 to 65535, not 70000")
        .contains("--drain is not negative")
        .contains("--database is an address such as postgresql://")
        .contains("not 'mysql://db/outturn'");
  }

  @Test
  void aDatabaseThatIsNotThereIsNamedWithoutItsPassword() throws Exception {
    var port = freePort();
    var url = "postgresql://me:geheim@127.0.0.1:%d/outturn".formatted(port);

    var said = shell.run("server", "--port", "0", "--database", url);

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err())
        .contains("the server cannot start")
        .contains("127.0.0.1:" + port)
        .doesNotContain("geheim");
    assertThat(place.isAnnounced()).isFalse();
  }

  @Test
  void aDatabaseAddressThatCannotBeReadIsRefused() {
    var said = shell.run("server", "--port", "0", "--database", "postgresql://");

    assertThat(said.code()).isIn(1, 2);
    assertThat(said.err()).contains("postgresql://").doesNotContain("Exception");
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var said = shell.run("server", "--port", String.valueOf(other.getLocalPort()));

      assertThat(said.code()).isEqualTo(1);
      assertThat(said.err())
          .contains(
              "port %d of 127.0.0.1 is taken by another program".formatted(other.getLocalPort()))
          .doesNotContain("Exception", "\tat ");
      assertThat(place.isAnnounced()).isFalse();
    }
  }

  @Test
  void anAddressThatIsNotHereIsNamed() {
    var said = shell.run("server", "--port", "0", "--bind", "192.0.2.1");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).contains("192.0.2.1").doesNotContain("Exception", "\tat ");
  }

  @Test
  void aFolderOfSomethingElseIsLeftAlone() throws Exception {
    var foreign = Files.createDirectory(place.folder().resolveSibling("letters"));
    Files.writeString(foreign.resolve("letter.txt"), "Dear");

    var said = shell.run("server", "--port", "0", "--data", foreign.toString());

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).contains("is not empty and not a data folder of Outturn");
    try (var left = Files.list(foreign)) {
      assertThat(left.map(Path::getFileName).map(Path::toString)).contains("letter.txt");
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
