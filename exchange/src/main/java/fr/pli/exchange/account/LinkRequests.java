package fr.pli.exchange.account;

import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Task;
import fr.pli.exchange.platform.Tasks;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Somebody asks for a link: by an address, or by a link that is dead. The request does the same work whatever they
 * typed, one row and one task; only the task looks whether there is such a person.
 */
@Component
class LinkRequests implements Task {

    private static final String NAME = "account.link";
    private static final Duration ENOUGH = Duration.ofMinutes(5);
    private static final int LONGEST_ADDRESS = 254;

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Links links;
    private final Invitations invitations;
    private final Tasks tasks;
    private final Units units;
    private final Clock clock;

    LinkRequests(
            JdbcClient jdbc,
            Directory directory,
            Links links,
            Invitations invitations,
            Tasks tasks,
            Units units,
            Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.links = links;
        this.invitations = invitations;
        this.tasks = tasks;
        this.units = units;
        this.clock = clock;
    }

    void byAddress(String email) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        stage(address.length() > LONGEST_ADDRESS ? "" : address, null);
    }

    void byDeadLink(String token) {
        stage(null, Secrets.hash(token));
    }

    private void stage(@Nullable String email, byte @Nullable [] link) {
        units.run(() -> {
            Instant now = clock.instant();
            UUID id = Ids.next(now);
            jdbc.sql("insert into link_request (id, email, link, created_at) values (:id, :email, :link, :now)")
                    .param("id", id)
                    .param("email", email)
                    .param("link", link)
                    .param("now", now)
                    .update();
            tasks.stage(NAME, id.toString(), now);
        });
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public @Nullable Instant run(String id) {
        units.run(() -> {
            Optional<Person> person = asked(UUID.fromString(id));
            int taken = jdbc.sql("delete from link_request where id = :id")
                    .param("id", UUID.fromString(id))
                    .update();
            if (taken == 1) {
                person.filter(p -> !p.profile().functional())
                        .filter(p -> !links.recent(Invitations.purpose(p.state()), p.id(), ENOUGH))
                        .ifPresent(invitations::sendAgain);
            }
        });
        return null;
    }

    private Optional<Person> asked(UUID id) {
        return jdbc.sql("select email, link from link_request where id = :id")
                .param("id", id)
                .query((row, number) -> new Asked(row.getString("email"), row.getBytes("link")))
                .optional()
                .flatMap(asked -> asked.link() == null
                        ? directory.findByEmail(asked.email() == null ? "" : asked.email())
                        : links.find(asked.link()).map(Link::person).flatMap(directory::find));
    }

    private record Asked(@Nullable String email, byte @Nullable [] link) {}
}
