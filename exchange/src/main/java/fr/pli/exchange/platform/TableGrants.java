package fr.pli.exchange.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/**
 * After each migration gives the application's database user what it needs of each table and no more: the journal can
 * only be added to, the migrations' own history not be touched at all.
 */
@Component
class TableGrants implements Callback {

    private static final Set<String> INSERT_ONLY = Set.of("event", "journal");
    private static final String HISTORY = "flyway_schema_history";

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        String user = context.getConfiguration().getPlaceholders().get("app-user");
        try (Statement statement = context.getConnection().createStatement()) {
            for (String table : tables(context.getConnection())) {
                statement.execute("grant " + rights(table) + " on `" + table + "` to `" + user + "`@'%'");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the database user " + user + " cannot be given its rights", failure);
        }
    }

    private static String rights(String table) {
        if (table.equals(HISTORY)) {
            return "select";
        }
        return INSERT_ONLY.contains(table) ? "select, insert" : "select, insert, update, delete";
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var rows =
                connection.getMetaData().getTables(connection.getCatalog(), null, "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    @Override
    public String getCallbackName() {
        return "table-grants";
    }
}
