package fr.pli.exchange.account;

import fr.pli.exchange.platform.Task;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invites those whom an import created, a few at a time, each in a unit of its own and once. */
@Component
class ImportedInvitations implements Task {

    static final String NAME = "directory.invitations";

    private static final int BATCH = 100;

    private final JdbcClient jdbc;
    private final Invitations invitations;
    private final Units units;
    private final Clock clock;

    ImportedInvitations(JdbcClient jdbc, Invitations invitations, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.invitations = invitations;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public @Nullable Instant run(String importId) {
        List<Due> due = jdbc.sql("select person, invited_by from directory_invitation order by person limit :batch")
                .param("batch", BATCH)
                .query((row, number) ->
                        new Due(row.getObject("person", UUID.class), row.getObject("invited_by", UUID.class)))
                .list();
        due.forEach(this::invite);
        return due.size() < BATCH ? null : clock.instant();
    }

    private record Due(UUID person, UUID by) {}

    /** The row goes with the invitation: whoever deletes it invites. */
    private void invite(Due due) {
        units.run(() -> {
            int mine = jdbc.sql("delete from directory_invitation where person = :person")
                    .param("person", due.person())
                    .update();
            if (mine == 1) {
                invitations.invite(due.person(), due.by());
            }
        });
    }
}
