package fr.pli.exchange.account;

import fr.pli.exchange.platform.Units;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets administrators administer, one after the other: acts on the directory hold the guard's row to their end, so that
 * an import and an edit never mix and the last administrator cannot be lost in a race.
 */
@Component
class Guard {

    private final JdbcClient jdbc;
    private final Units units;

    Guard(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    /** Runs the act in one unit, refused to anybody but an active administrator. */
    <T> T administer(Person by, Supplier<T> act) {
        administratorOnly(by);
        return units.call(() -> {
            lock();
            return act.get();
        });
    }

    static void administratorOnly(Person by) {
        if (by.profile() != Profile.ADMINISTRATOR || !by.active()) {
            throw DirectoryRefusal.ADMINISTRATORS_ONLY.with();
        }
    }

    /** Administrators, and support operators, who read only. */
    static void readersOnly(Person by) {
        if (!by.active() || by.profile() != Profile.ADMINISTRATOR && by.profile() != Profile.SUPPORT) {
            throw DirectoryRefusal.ADMINISTRATORS_ONLY.with();
        }
    }

    /** Makes the caller's unit the only one that changes the directory until it ends. */
    void hold() {
        lock();
    }

    /** To be asked after an act, before its commit: refuses what would leave nobody to administer. */
    void keepAnAdministrator() {
        int left = jdbc.sql("select count(*) from person where profile = 'ADMINISTRATOR' and state = 'ACTIVE'")
                .query(Integer.class)
                .single();
        if (left == 0) {
            throw DirectoryRefusal.LAST_ADMINISTRATOR.with();
        }
    }

    private void lock() {
        jdbc.sql("select id from directory_guard where id = 1 for update")
                .query(Integer.class)
                .single();
    }
}
