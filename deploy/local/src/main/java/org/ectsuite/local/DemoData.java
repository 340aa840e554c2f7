package org.ectsuite.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A team with its operators, frequencies, nets and their logs, written once into databases that have none. */
final class DemoData {

    private final Database database;
    private final StackSecrets secrets;

    DemoData(Database database, StackSecrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Returns whether it wrote anything: a second run leaves the data as people have changed them since. */
    boolean loadOnce() {
        boolean accounts = load(Service.AUTH);
        boolean nets = load(Service.ECTLOG);
        return accounts || nets;
    }

    /** All or nothing. The script's first line is a query that tells whether it has been here before. */
    private boolean load(Service service) {
        String script = script("/demo/" + service.shortName() + ".sql");
        String question = script.substring(0, script.indexOf('\n'));
        try (Connection connection = database.connectAsOwner(service, secrets);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try (ResultSet known = statement.executeQuery(question.replaceFirst("^-- loaded if: ", ""))) {
                if (known.next()) {
                    return false;
                }
            }
            statement.execute(script);
            connection.commit();
            return true;
        } catch (SQLException e) {
            throw new StackFailure(
                    "The demonstration data do not fit " + service.programName() + ": " + e.getMessage(), e);
        }
    }

    private static String script(String resource) {
        try (InputStream in = DemoData.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new StackFailure("Missing in the program: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StackFailure("Cannot read " + resource + ".", e);
        }
    }
}
