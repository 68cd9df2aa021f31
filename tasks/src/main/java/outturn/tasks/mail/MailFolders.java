package outturn.tasks.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Folders that take mails in place of a server: each mail is a file that every mail program opens.
///
/// The file is named by the mail's date and id, so that a mail that comes twice is one file, and it
/// has that name only when it is whole.
public final class MailFolders {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss").withZone(ZoneOffset.UTC);

  private final Path home;

  /// @param home the folder of all folders; made when the first mail comes
  public MailFolders(Path home) {
    this.home = home;
  }

  /// Where the mails of a name lie.
  public Path of(String name) {
    return home.resolve(name);
  }

  void put(String name, MimeMessage message) throws IOException, MessagingException {
    message.saveChanges();
    var folder = of(name);
    var privately = PosixFilePermissions.fromString("rwx------");
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(privately));
    var id = message.getMessageID().replaceAll("@.*|[^A-Za-z0-9-]", "");
    var file = "%s-%s".formatted(DATE.format(message.getSentDate().toInstant()), id);
    // Two servers that share the folder may put the same mail there at once.
    var part = Files.createTempFile(folder, file, ".part");
    try {
      try (var out = Files.newOutputStream(part)) {
        message.writeTo(out);
      }
      Files.move(part, folder.resolve(file + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
