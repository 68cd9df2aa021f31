package outturn.cli.client;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;

/// Finds the server that a command is for: by its options, by the environment, or by the data
/// folder of a local server.
public final class ServerFinder {
  private static final String SERVER_FILE = "server.json";
  private static final String TOKEN_FILE = "admin-token";

  private final ServerOptions options;
  private final Environment environment;

  public ServerFinder(ServerOptions options, Environment environment) {
    this.options = options;
    this.environment = environment;
  }

  public Connection find() {
    if (options.server != null) return remote(options.server, "--server");
    if (options.data != null) return local(environment.resolve(options.data), "--data");
    var server = environment.variable("OUTTURN_SERVER");
    if (!server.isEmpty()) return remote(server, "OUTTURN_SERVER");
    var data = environment.variable("OUTTURN_DATA");
    if (!data.isEmpty()) return local(environment.resolve(data), "OUTTURN_DATA");
    return local(usualFolder(), "");
  }

  /// The data folder that tells where the server is; empty when an address does.
  public Optional<Path> folder() {
    if (options.server != null) return Optional.empty();
    if (options.data != null) return Optional.of(environment.resolve(options.data));
    if (!environment.variable("OUTTURN_SERVER").isEmpty()) return Optional.empty();
    var data = environment.variable("OUTTURN_DATA");
    return Optional.of(data.isEmpty() ? usualFolder() : environment.resolve(data));
  }

  private Connection remote(String url, String origin) {
    var token = options.token != null ? options.token : environment.variable("OUTTURN_TOKEN");
    if (token.isEmpty()) {
      throw new CommandFailed(
          ExitCode.FORBIDDEN,
          "no token for %s".formatted(url),
          "give one with --token, or better in the variable OUTTURN_TOKEN;",
          "an administrator makes one with: outturn user add NAME --role ROLE");
    }
    return new Connection(checked(url, origin), token, origin);
  }

  private Path usualFolder() {
    var candidates =
        List.of(
            environment.resolve("outturn-data"),
            environment.home().resolve(".local/share/outturn"));
    for (var folder : candidates) {
      if (Files.exists(folder.resolve(SERVER_FILE))) return folder;
    }
    for (var folder : candidates) {
      if (Files.isDirectory(folder)) return folder;
    }
    throw new CommandFailed(
        ExitCode.UNREACHABLE,
        "no server found",
        "looked for a data folder in %s and %s".formatted(candidates.get(0), candidates.get(1)),
        "start a server here:  outturn server   (or, with an example in it: outturn demo)",
        "or name one:          --server URL --token TOKEN, or --data DIR");
  }

  private Connection local(Path folder, String named) {
    var origin = (named.isEmpty() ? "" : named + " ") + folder.resolve(SERVER_FILE);
    if (!Files.isDirectory(folder)) {
      throw new CommandFailed(
          ExitCode.UNREACHABLE,
          "there is no data folder %s".formatted(folder),
          "start a server in it: outturn server --data " + folder);
    }
    var server = Json.read(content(folder.resolve(SERVER_FILE), folder)).map(Fields::new);
    var url = server.map(fields -> fields.text("url")).orElse("");
    if (url.isEmpty()) {
      throw new CommandFailed(
          ExitCode.UNREACHABLE,
          "%s does not say where the server is".formatted(folder.resolve(SERVER_FILE)),
          "it is written when a server starts; stop the server and start it again");
    }
    var token =
        options.token != null ? options.token : content(folder.resolve(TOKEN_FILE), folder).strip();
    return new Connection(checked(url, origin), token, origin);
  }

  private static String content(Path file, Path folder) {
    try {
      return Files.readString(file);
    } catch (AccessDeniedException notOurs) {
      throw new CommandFailed(
          ExitCode.FORBIDDEN,
          "you may not read %s".formatted(file),
          "it belongs to the user who runs the server;",
          "use --server URL and a token of your own: outturn user add NAME --role ROLE");
    } catch (IOException absent) {
      throw new CommandFailed(
          ExitCode.UNREACHABLE,
          "no server runs in the data folder %s (it has no file %s)"
              .formatted(folder, file.getFileName()),
          "start it: outturn server --data " + folder);
    }
  }

  private static URI checked(String url, String origin) {
    try {
      var uri = new URI(url.replaceAll("/+$", ""));
      var web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null) return uri;
    } catch (URISyntaxException notAnAddress) {
      // Told below, in the same words.
    }
    throw new CommandFailed(
        ExitCode.MISUSED,
        "not an address of a server: '%s' (from %s)".formatted(url, origin),
        "expected for example https://outturn.example.org or http://localhost:8080");
  }
}
