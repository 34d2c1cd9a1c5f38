package fr.pli.exchange.account;

import fr.pli.exchange.platform.Ids;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People of any profile and state for the tests of the directory, each unlike any other. */
@Component
public class Somebody {

    private final JdbcClient jdbc;
    private final SearchWords searchWords;
    private final Directory directory;
    private final Clock clock;

    Somebody(JdbcClient jdbc, SearchWords searchWords, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.searchWords = searchWords;
        this.directory = directory;
        this.clock = clock;
    }

    String unique() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    UUID organisation(String name) {
        UUID id = Ids.next(clock.instant());
        jdbc.sql("insert into organisation (id, name, kind, version) values (:id, :name, 'BODY', 0)")
                .param("id", id)
                .param("name", name)
                .update();
        return id;
    }

    /** An active person of a body of their own. */
    Person of(Profile profile) {
        return named("Paul", "N" + unique(), organisation("Org " + unique()), profile, PersonState.ACTIVE);
    }

    Person named(String firstName, String lastName, UUID organisation, Profile profile, PersonState state) {
        UUID id = Ids.next(clock.instant());
        jdbc.sql("""
                        insert into person (id, version, email, first_name, last_name, organisation, profile, state,
                                            language, time_zone, identity, created_at)
                        values (:id, 0, :email, :first, :last, :organisation, :profile, :state, 'fr', 'Europe/Paris',
                                :id, :now)
                        """)
                .param("id", id)
                .param("email", "p" + id.toString().replace("-", "").toLowerCase(Locale.ROOT) + "@exemple.fr")
                .param("first", firstName)
                .param("last", lastName)
                .param("organisation", organisation)
                .param("profile", profile.name())
                .param("state", state.name())
                .param("now", clock.instant())
                .update();
        searchWords.refresh(id);
        return directory.find(id).orElseThrow();
    }
}
