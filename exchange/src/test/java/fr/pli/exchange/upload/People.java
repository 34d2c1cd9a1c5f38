package fr.pli.exchange.upload;

import java.time.LocalDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People for servers that know no directory. */
final class People {

    private People() {}

    static UUID any(JdbcClient jdbc) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into organisation (id, name, kind, version) values (:id, :name, 'BODY', 0)")
                .param("id", id)
                .param("name", "Organisation " + id)
                .update();
        jdbc.sql("""
                        insert into person (id, version, email, first_name, last_name, organisation, profile, state,
                                            language, time_zone, identity, created_at)
                        values (:id, 0, :email, 'Ada', 'Dépose', :id, 'PARTNER', 'ACTIVE', 'fr', 'Europe/Paris', :id, :now)
                        """)
                .param("id", id)
                .param("email", id + "@exemple.fr")
                .param("now", LocalDateTime.of(2026, 1, 1, 0, 0))
                .update();
        return id;
    }
}
