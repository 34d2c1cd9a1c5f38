package fr.pli.exchange.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Properties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** The settings of an installation as its application would read them, and its clock; nothing of it needs to run. */
public record Installation(ConfigurableEnvironment settings, Clock clock) {

    private static final String WAIT = "5000";

    /** The settings of one feature, with their defaults; fails with a sentence when a value is not understood. */
    public <T> T settings(String prefix, Class<T> type) {
        return Binder.get(settings).bindOrCreate(prefix, type);
    }

    /** Opens a connection as the application does; the caller closes it. */
    public Connection connect() throws SQLException {
        var properties = new Properties();
        properties.put("user", text("spring.datasource.username"));
        properties.put("password", text("spring.datasource.password"));
        properties.put("connectTimeout", WAIT);
        properties.put("socketTimeout", "60000");
        String isolation = text("spring.datasource.hikari.transaction-isolation");
        String first = text("spring.datasource.hikari.connection-init-sql");
        for (String name :
                new String[] {"connectionTimeZone", "forceConnectionTimeZoneToSession", "preserveInstants"}) {
            properties.put(name, text("spring.datasource.hikari.data-source-properties." + name));
        }
        Connection connection = DriverManager.getConnection(text("spring.datasource.url"), properties);
        try (Statement statement = connection.createStatement()) {
            if (isolation.equals("TRANSACTION_READ_COMMITTED")) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            statement.execute(first);
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    private String text(String name) {
        return settings.getProperty(name, "");
    }
}
