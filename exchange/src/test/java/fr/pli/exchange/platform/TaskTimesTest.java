package fr.pli.exchange.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import fr.pli.exchange.testing.ExchangeTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When something is due is the same instant for the application, the scheduler library and the database. */
@ExchangeTest
@Tag("Q-5")
class TaskTimesTest {

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Value("${pli.database.url}")
    String url;

    @Value("${pli.database.owner}")
    String ownerName;

    @Value("${pli.database.owner-password}")
    String ownerPassword;

    private final String id = UUID.randomUUID().toString();

    @AfterEach
    void back() {
        jdbc.sql("delete from tasks where task_instance = ?").param(id).update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-30T15:04:05.678901Z",
                "2027-03-28T01:30:00Z",
                "2038-01-19T03:14:08Z",
                "2076-11-30T23:00:00Z"
            })
    void whatIsStagedIsDueAtThatInstantAlsoAfter2038(String when) {
        Instant due = Instant.parse(when);
        new TaskTable(jdbc, Task.Lane.SHORT).stage(TaskRecorder.NAME, List.of(id), due);
        assertThat(jdbc.sql("select cast(execution_time as char) from tasks where task_instance = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .as("the database, in UTC")
                .startsWith(when.substring(0, 19).replace('T', ' '));
        assertThat(read()).as("the library").isEqualTo(due);
        Instant later = due.plusSeconds(90);
        library().reschedule(TaskInstanceId.of(TaskRecorder.NAME, id), later);
        assertThat(jdbc.sql("select execution_time from tasks where task_instance = ?")
                        .param(id)
                        .query(Instant.class)
                        .single())
                .as("the application")
                .isEqualTo(later);
    }

    /** On tables as they were, in a session of a server in Tokyo. */
    @Test
    void theMigrationKeepsTheInstantsWhateverTheZoneOfTheServer() throws SQLException, IOException {
        String before = "(execution_time timestamp(6) not null, last_success timestamp(6) null,"
                + " last_failure timestamp(6) null, last_heartbeat timestamp(6) null)";
        try (Connection owner = DriverManager.getConnection(url, ownerName, ownerPassword);
                Statement sql = owner.createStatement()) {
            sql.execute("create table former_tasks " + before);
            sql.execute("create table former_long_tasks " + before);
            try {
                sql.execute("set time_zone = '+00:00'");
                sql.execute("insert into former_tasks (execution_time) values ('2027-03-28 01:30:00.000001')");
                sql.execute("set time_zone = '+09:00'");
                for (String statement : migration()) {
                    sql.execute(statement);
                }
                try (var row = sql.executeQuery(
                        "select cast(execution_time as char), @@session.time_zone from former_tasks")) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(1)).isEqualTo("2027-03-28 01:30:00.000001");
                    assertThat(row.getString(2)).isEqualTo("+09:00");
                }
            } finally {
                sql.execute("drop table former_tasks, former_long_tasks");
            }
        }
    }

    private static String[] migration() throws IOException {
        try (var file =
                TaskTimesTest.class.getResourceAsStream("/db/migration/V202611301100__platform_tasks_after_2038.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^--.*$", "")
                    .replaceAll("alter table ", "alter table former_")
                    .strip()
                    .split(";\\s*");
        }
    }

    private Instant read() {
        return library()
                .getScheduledExecution(TaskInstanceId.of(TaskRecorder.NAME, id))
                .map(ScheduledExecution::getExecutionTime)
                .orElseThrow();
    }

    private SchedulerClient library() {
        return SchedulerClient.Builder.create(
                        database,
                        com.github.kagkarlsson.scheduler.task.helper.Tasks.oneTime(TaskRecorder.NAME)
                                .execute((instance, context) -> {}))
                .tableName(TaskTable.nameOf(Task.Lane.SHORT))
                .jdbcCustomization(Lane.IN_UTC)
                .serializer(NoData.INSTANCE)
                .build();
    }
}
