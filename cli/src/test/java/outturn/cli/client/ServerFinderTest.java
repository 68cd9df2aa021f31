package outturn.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class ServerFinderTest {
  private final FakeServer server = new FakeServer();
  private @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell().in(folder);
    server.on("GET /runs", 200, "{\"items\":[],\"next\":null}");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path data(String name) throws IOException {
    var data = Files.createDirectories(folder.resolve(name));
    Files.writeString(data.resolve("admin-token"), "local-token\n");
    Files.writeString(
        data.resolve("server.json"), "{\"url\":\"%s\",\"pid\":1}".formatted(server.url()));
    return data;
  }

  private String tokenSent() {
    return server.last().headers().get("Authorization");
  }

  @Test
  void optionsComeFirst() throws Exception {
    data("outturn-data");
    shell.set("OUTTURN_SERVER", "http://127.0.0.1:1").set("OUTTURN_TOKEN", "other");

    assertThat(shell.run("runs", "--server", server.url() + "/", "--token", "mine").code())
        .isZero();
    assertThat(tokenSent()).isEqualTo("Bearer mine");
  }

  @Test
  void thenTheEnvironment() throws Exception {
    data("outturn-data");
    shell.set("OUTTURN_SERVER", server.url()).set("OUTTURN_TOKEN", "other");

    assertThat(shell.run("runs").code()).isZero();
    assertThat(tokenSent()).isEqualTo("Bearer other");
  }

  @Test
  void thenTheDataFolderHere() throws Exception {
    data("outturn-data");

    assertThat(shell.run("runs").code()).isZero();
    assertThat(tokenSent()).isEqualTo("Bearer local-token");
  }

  @Test
  void thenTheDataFolderOfTheUser() throws Exception {
    data("home/.local/share/outturn");

    assertThat(shell.run("runs").code()).isZero();
  }

  @Test
  void aDataFolderCanBeNamed() throws Exception {
    data("elsewhere");

    assertThat(shell.run("runs", "--data", "elsewhere").code()).isZero();
    assertThat(shell.set("OUTTURN_DATA", "elsewhere").run("runs").code()).isZero();
  }

  @Test
  void withoutAnyTheAnswerSaysHowToStartOne() {
    var result = shell.run("runs");

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err())
        .startsWith("outturn: no server found\n")
        .contains(folder.resolve("outturn-data").toString())
        .contains("outturn server")
        .contains("--server URL --token TOKEN");
  }

  @Test
  void aDataFolderWithoutARunningServerIsSaid() throws Exception {
    Files.delete(data("outturn-data").resolve("server.json"));

    var result = shell.run("runs");

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err()).contains("no server runs in the data folder").contains("start it:");
  }

  @Test
  void aServerThatDoesNotAnswerIsSaidWithWhatNamedIt() throws Exception {
    int closed;
    try (var socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }

    var result = shell.run("runs", "--server", "http://127.0.0.1:" + closed, "--token", "t");

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err())
        .contains("no server answers at http://127.0.0.1:" + closed)
        .contains("named by --server");
  }

  @Test
  void aServerWithoutATokenIsNotAsked() {
    var result = shell.run("runs", "--server", server.url());

    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).contains("OUTTURN_TOKEN");
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void whatIsNoAddressIsMisuse() {
    assertThat(shell.run("runs", "--server", "localhost:8080", "--token", "t").code()).isEqualTo(2);
  }
}
