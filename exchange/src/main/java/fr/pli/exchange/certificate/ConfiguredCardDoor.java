package fr.pli.exchange.certificate;

import fr.pli.exchange.account.CardDoor;
import fr.pli.exchange.platform.WebSettings;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The card door as signing in by password sees it. */
@Component
class ConfiguredCardDoor implements CardDoor {

    private final CardSettings settings;
    private final WebSettings web;
    private final JdbcClient jdbc;

    ConfiguredCardDoor(CardSettings settings, WebSettings web, JdbcClient jdbc) {
        this.settings = settings;
        this.web = web;
        this.jdbc = jdbc;
    }

    @Override
    public boolean open() {
        return settings.reachable(web.tls());
    }

    @Override
    public boolean holds(UUID person) {
        return jdbc.sql("select exists (select 1 from certificate where person = :person)")
                .param("person", person)
                .query(Boolean.class)
                .single();
    }
}
