package fr.pli.expertise.search;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Folding;
import fr.pli.expertise.dossier.Expertise;
import fr.pli.expertise.dossier.ExpertiseCreated;
import fr.pli.expertise.folder.DocumentPublished;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.participants.PartyAdded;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the words of what becomes searchable, in the transaction of the fact: found as soon as it is there (S-1). */
@Component
class ExpertiseTokens {

    private final JdbcClient jdbc;
    private final Directory directory;

    ExpertiseTokens(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    @EventListener
    void on(ExpertiseCreated created) {
        Expertise expertise = created.expertise();
        write(
                expertise.id(),
                "EXPERTISE",
                expertise.id(),
                expertise.name(),
                expertise.title(),
                expertise.rg(),
                expertise.mi() == null ? "" : expertise.mi(),
                directory.find(expertise.expert()).map(Person::name).orElse(""));
    }

    @EventListener
    void on(PartyAdded added) {
        Party party = added.party();
        write(party.expertise(), "PARTY", party.id(), party.name());
    }

    @EventListener
    void on(DocumentPublished document) {
        write(
                document.expertise(),
                "DOCUMENT",
                document.document(),
                document.name(),
                document.cote() == null ? "" : document.cote());
    }

    private void write(UUID expertise, String kind, UUID ref, String... texts) {
        Collection<String> words = Folding.words(String.join(" ", Arrays.asList(texts)));
        words.forEach(
                word -> jdbc.sql("insert ignore into expertise_token (expertise, token, kind, ref) values (?, ?, ?, ?)")
                        .params(expertise, word, kind, ref)
                        .update());
    }
}
