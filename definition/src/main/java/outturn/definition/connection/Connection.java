package outturn.definition.connection;

import java.util.Optional;
import outturn.definition.expression.Template;

/// A database that SQL tasks and measures use. Its templates know secrets only.
///
/// @param url of JDBC
/// @param password always one secret
public record Connection(
    String name, Template url, Optional<Template> user, Optional<Template> password) {}
