package fr.pli.exchange.certificate;

import fr.pli.exchange.account.CardDoor;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The card door as signing in by password sees it. */
@Component
class ConfiguredCardDoor implements CardDoor {

    private final CardSettings settings;
    private final JdbcClient jdbc;

    ConfiguredCardDoor(CardSettings settings, JdbcClient jdbc) {
        this.settings = settings;
        this.jdbc = jdbc;
    }

    @Override
    public boolean open() {
        return settings.open();
    }

    @Override
    public boolean holds(UUID person) {
        return jdbc.sql("select exists (select 1 from certificate where person = :person)")
                .param("person", person)
                .query(Boolean.class)
                .single();
    }
}
