package fr.pli.exchange.platform;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of one lane. The scheduler library picks, beats and revives them; staging is done here, in the transaction
 * of the fact, and keeps what the library cannot: a stage that arrives while the same id is under way is remembered in
 * {@code task_data} ({@code again <epoch millisecond>}) and leads to one more run.
 */
final class TaskTable {

    private static final String AGAIN = "again ";

    private final JdbcClient jdbc;
    private final String name;

    TaskTable(JdbcClient jdbc, Task.Lane lane) {
        this.jdbc = jdbc;
        this.name = nameOf(lane);
    }

    static String nameOf(Task.Lane lane) {
        return lane == Task.Lane.SHORT ? "tasks" : "long_tasks";
    }

    void stage(String task, Collection<String> ids, Instant when) {
        new ManyRows(
                        "insert into %s (task_name, task_instance, execution_time, picked, version) values"
                                .formatted(name),
                        "(?, ?, ?, false, 1)",
                        "on duplicate key update task_data = if(picked, coalesce(task_data, ?), task_data)")
                .add(jdbc, ids.stream().map(id -> List.of(task, id, when)).toList(), again(when));
    }

    void restage(String task, String id, Instant when) {
        sql("""
                insert into %s (task_name, task_instance, execution_time, picked, version) values (?, ?, ?, false, 1)
                on duplicate key update
                  task_data = if(picked, ?, task_data),
                  version = if(picked, version, version + 1),
                  execution_time = if(picked, execution_time, value(execution_time))
                """).params(task, id, when, again(when)).update();
    }

    /** A run under way goes on, but is not repeated. */
    void cancel(String task, String id) {
        sql("update %s set task_data = null where task_name = ? and task_instance = ? and picked")
                .params(task, id)
                .update();
        sql("delete from %s where task_name = ? and task_instance = ? and not picked")
                .params(task, id)
                .update();
    }

    /** Removes the run that has ended, unless it was staged again meanwhile. */
    boolean removeUnlessStagedAgain(String task, String id, long version) {
        return sql("""
                delete from %s where task_name = ? and task_instance = ? and version = ? and task_data is null
                """).params(task, id, version).update() == 1;
    }

    /** Forgets that the run was staged again. @return for when it was, or {@code next} if that is sooner or it was not */
    @Nullable
    Instant takeAgain(String task, String id, @Nullable Instant next) {
        Optional<Instant> again = sql("select task_data from %s where task_name = ? and task_instance = ?")
                .params(task, id)
                .query((row, number) -> row.getString(1))
                .optional()
                .map(data -> Instant.ofEpochMilli(Long.parseLong(data.substring(AGAIN.length()))));
        sql("update %s set task_data = null where task_name = ? and task_instance = ?")
                .params(task, id)
                .update();
        return again.filter(when -> next == null || when.isBefore(next)).orElse(next);
    }

    private JdbcClient.StatementSpec sql(String text) {
        return jdbc.sql(text.formatted(name));
    }

    private static String again(Instant when) {
        return AGAIN + when.toEpochMilli();
    }
}
