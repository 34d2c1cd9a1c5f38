package fr.pli.exchange.mail;

import fr.pli.exchange.platform.Tasks;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the relay could be reached, known to all nodes; when it is back, all that waited for it leaves at once. */
@Component
class RelayState {

    private final JdbcClient jdbc;
    private final MailTable mails;
    private final Tasks tasks;
    private final Units units;
    private final Clock clock;

    RelayState(JdbcClient jdbc, MailTable mails, Tasks tasks, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.mails = mails;
        this.tasks = tasks;
        this.units = units;
        this.clock = clock;
    }

    void seen(Outcome outcome) {
        if (change(!outcome.unreachable(), outcome.reply()) && !outcome.unreachable()) {
            wakeWaiting();
        }
    }

    Optional<Instant> downSince() {
        return jdbc.sql("select changed_at from mail_relay where not reachable")
                .query(Instant.class)
                .optional();
    }

    /** Restages in small units: no lock is held on a thousand rows. */
    private void wakeWaiting() {
        for (var id : mails.unreachable()) {
            units.run(() -> tasks.restage(MailSending.NAME, id.toString(), clock.instant()));
        }
    }

    private boolean change(boolean reachable, @Nullable String reply) {
        return jdbc.sql("""
                update mail_relay set reachable = :reachable, changed_at = :now, last_reply = left(:reply, 500)
                where id = 1 and reachable <> :reachable
                """)
                        .param("reachable", reachable)
                        .param("now", clock.instant())
                        .param("reply", reply)
                        .update()
                == 1;
    }
}
