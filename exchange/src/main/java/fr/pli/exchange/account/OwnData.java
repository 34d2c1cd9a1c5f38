package fr.pli.exchange.account;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person changes of their own entry. */
@Component
public class OwnData {

    private static final Set<String> LANGUAGES = Set.of("fr", "en");

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Units units;

    OwnData(JdbcClient jdbc, Journal journal, Units units) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.units = units;
    }

    /**
     * Changes language and time zone.
     *
     * @param language {@code fr} or {@code en}
     * @param zone a region such as {@code Europe/Paris}
     */
    public void change(Person person, String language, String zone) {
        if (!LANGUAGES.contains(language)) {
            throw DirectoryRefusal.LANGUAGE_UNKNOWN.with(language);
        }
        if (!Zones.known(zone)) {
            throw DirectoryRefusal.ZONE_UNKNOWN.with(zone);
        }
        if (person.language().equals(Locale.of(language))
                && person.zone().getId().equals(zone)) {
            return;
        }
        units.run(() -> {
            jdbc.sql("""
                            update person set language = :language, time_zone = :zone, version = version + 1
                            where id = :id
                            """)
                    .param("language", language)
                    .param("zone", zone)
                    .param("id", person.id())
                    .update();
            journal.append(Fact.of("person.own-data-changed")
                    .by(person.id())
                    .about(person.id())
                    .detail("language", language));
        });
    }
}
