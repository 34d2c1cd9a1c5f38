package fr.pli.exchange.notification;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.Outbox;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Tells people of facts that are not about letters, in the transaction of the fact: in the application, and by mail.
 * Somebody suspended or departed is not written to.
 */
@Service
public class Notices {

    private final Bell bell;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(Bell bell, Outbox outbox, JdbcClient jdbc, Clock clock) {
        this.bell = bell;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param kind {@code <owner>.<fact>}: its words are {@code notification.bell.kind.<kind>}, with the name of the thing
     *     and of the person whose act it is
     * @param about the thing, which {@link NoticeSubjects} of the owner names
     * @param who whose act it is; null for the platform
     * @param template of the mail; null where there is none
     * @param refs what the mail renders from; {@code about} is added
     */
    public void tell(
            Person to,
            String kind,
            UUID about,
            @Nullable UUID who,
            @Nullable String template,
            Map<String, String> refs) {
        if (!Post.receives(to)) {
            return;
        }
        bell.ring(to.id(), kind, about, new Post.Act(who, null));
        if (template != null) {
            var all = new HashMap<>(refs);
            all.put("about", about.toString());
            outbox.stage(new Letter(to.email(), to.id(), to.language(), template, to.id(), all));
        }
    }

    /** What was told about the thing is no news any more: {@code person} has opened it. */
    public void read(UUID person, UUID about) {
        jdbc.sql("update notice set read_at = ? where person = ? and about = ? and read_at is null")
                .params(clock.instant(), person, about)
                .update();
    }
}
