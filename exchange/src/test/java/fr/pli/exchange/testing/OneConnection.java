package fr.pli.exchange.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Refuses whoever asks the pool for a connection while holding one. As many of them at once as the pool has connections
 * wait for each other, and everybody for them; one at a time nobody notices.
 */
final class OneConnection implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool ? new Watched(pool) : bean;
    }

    private static final class Watched extends DelegatingDataSource {

        private final ThreadLocal<Boolean> holding = ThreadLocal.withInitial(() -> false);

        Watched(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (holding.get()) {
                throw new IllegalStateException("a second connection while the first one is held");
            }
            Connection connection = super.getConnection();
            holding.set(true);
            return (Connection) Proxy.newProxyInstance(
                    OneConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, given) -> {
                        if (method.getName().equals("close")) {
                            holding.remove();
                        }
                        try {
                            Object result = method.invoke(connection, given);
                            return Statements.watched(method, given, Plans.watched(connection, method, given, result));
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }
    }
}
