package fr.pli.exchange.account;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The API tokens of a person (P-2): made, listed, revoked by that person only. */
@Component
public class ApiTokens {

    private static final int LONGEST_LABEL = 100;

    private final JdbcClient jdbc;
    private final DirectorySettings settings;
    private final Journal journal;
    private final Units units;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, DirectorySettings settings, Journal journal, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.journal = journal;
        this.units = units;
        this.clock = clock;
    }

    /**
     * A token just made.
     *
     * @param clear shown once and stored nowhere
     */
    public record Fresh(ApiToken token, String clear) {}

    /** @param days of 24 hours from now */
    public Fresh create(Person owner, String typedLabel, Collection<String> scopes, int days) {
        String label = label(typedLabel);
        Set<Scope> granted = scopes(scopes);
        if (days < 1 || days > settings.tokenMaxDays()) {
            throw DirectoryRefusal.TOKEN_END_INVALID.with(settings.tokenMaxDays());
        }
        ClearToken clear = ClearToken.fresh();
        return units.call(() -> {
            Instant now = clock.instant();
            room(owner, now);
            var token = new ApiToken(
                    Ids.next(now), label, clear.hint(), granted, now, now.plus(Duration.ofDays(days)), null, null);
            jdbc.sql("""
                            insert into api_token (id, person, label, hint, hash, scopes, created_at, ends_at)
                            values (:id, :person, :label, :hint, :hash, :scopes, :now, :end)
                            """)
                    .param("id", token.id())
                    .param("person", owner.id())
                    .param("label", label)
                    .param("hint", token.hint())
                    .param("hash", clear.hash())
                    .param("scopes", stored(granted))
                    .param("now", now)
                    .param("end", token.endsAt())
                    .update();
            journal.append(Fact.of("token.created")
                    .by(owner.id())
                    .about(token.id())
                    .detail("scopes", stored(granted))
                    .detail("ends", token.endsAt()));
            return new Fresh(token, clear.text());
        });
    }

    /** The person's tokens, newest first, revoked and ended ones included. */
    public List<ApiToken> of(Person owner) {
        return jdbc.sql("select * from api_token where person = :person order by id desc")
                .param("person", owner.id())
                .query(ApiTokens::row)
                .list();
    }

    /** Ends a token at once; somebody else's is unknown here. Revoking twice is harmless. */
    public void revoke(Person owner, UUID id) {
        units.run(() -> {
            var token = jdbc.sql("select * from api_token where id = :id and person = :person for update")
                    .param("id", id)
                    .param("person", owner.id())
                    .query(ApiTokens::row)
                    .optional()
                    .orElseThrow(DirectoryRefusal.NOT_FOUND::with);
            if (token.revokedAt() == null) {
                jdbc.sql("update api_token set revoked_at = :now where id = :id")
                        .param("now", clock.instant())
                        .param("id", id)
                        .update();
                journal.append(Fact.of("token.revoked").by(owner.id()).about(id));
            }
        });
    }

    /** Locks the owner's row, so that the count holds until the commit. */
    private void room(Person owner, Instant now) {
        jdbc.sql("select id from person where id = :person for update")
                .param("person", owner.id())
                .query(UUID.class)
                .single();
        int usable = jdbc.sql("""
                        select count(*) from api_token
                        where person = :person and revoked_at is null and ends_at > :now
                        """)
                .param("person", owner.id())
                .param("now", now)
                .query(Integer.class)
                .single();
        if (usable >= settings.tokensPerPerson()) {
            throw DirectoryRefusal.TOKEN_TOO_MANY.with(settings.tokensPerPerson());
        }
    }

    private static String label(String typed) {
        String label = ParticularsCheck.tidy(typed);
        if (label.isEmpty()) {
            throw DirectoryRefusal.TOKEN_LABEL_REQUIRED.with();
        }
        if (label.length() > LONGEST_LABEL || ParticularsCheck.unprintable(label)) {
            throw DirectoryRefusal.TOKEN_LABEL_TOO_LONG.with(LONGEST_LABEL);
        }
        return label;
    }

    private static Set<Scope> scopes(Collection<String> labels) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (String label : labels) {
            scopes.add(Scope.labelled(label).orElseThrow(() -> DirectoryRefusal.TOKEN_SCOPE_UNKNOWN.with(label)));
        }
        if (scopes.isEmpty()) {
            throw DirectoryRefusal.TOKEN_SCOPE_REQUIRED.with();
        }
        return scopes;
    }

    private static String stored(Set<Scope> scopes) {
        return scopes.stream().map(Scope::label).collect(Collectors.joining(" "));
    }

    /** A scope that no longer exists gives nothing. */
    static Set<Scope> scopes(String stored) {
        return Arrays.stream(stored.split(" ", -1))
                .flatMap(label -> Scope.labelled(label).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    private static ApiToken row(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getObject("id", UUID.class),
                row.getString("label"),
                row.getString("hint"),
                scopes(row.getString("scopes")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                instant(row.getTimestamp("last_used_at")),
                instant(row.getTimestamp("revoked_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
