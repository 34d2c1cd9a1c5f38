package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.rights.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** « Déposé par »: the person and the role that was used; what was proposed and accepted stands under the party's name (E-8). */
@Component
class Bylines {

    private final Directory directory;
    private final Participants participants;
    private final MessageSource sentences;

    Bylines(Directory directory, Participants participants, MessageSource sentences) {
        this.directory = directory;
        this.participants = participants;
        this.sentences = sentences;
    }

    /** By document. */
    Map<UUID, Byline> of(UUID expertise, Collection<Document> documents) {
        if (documents.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Person> people =
                directory.findAll(documents.stream().map(Document::depositor).collect(Collectors.toSet()));
        Map<UUID, Party> parties =
                participants.parties(expertise).stream().collect(Collectors.toMap(Party::id, Function.identity()));
        var stoodFor = new HashMap<Stood, UUID>();
        for (Participant one : participants.of(expertise)) {
            if (one.party() != null) {
                stoodFor.put(new Stood(one.person(), one.role()), one.party());
            }
        }
        return documents.stream().collect(Collectors.toMap(Document::id, document -> {
            Person person = people.get(document.depositor());
            UUID party = stoodFor.get(new Stood(document.depositor(), document.role()));
            return byline(document, person == null ? "" : person.name(), party == null ? null : parties.get(party));
        }));
    }

    private Byline byline(Document document, String person, @Nullable Party party) {
        String role = words("rights.role." + document.role());
        if (party == null) {
            return new Byline(person, role);
        }
        return document.accepted()
                ? new Byline(party.name(), words("folder.by.proposed", person, role))
                : new Byline(person, words("folder.by.for", role, party.name()));
    }

    Byline of(Document document) {
        return Objects.requireNonNull(
                of(document.expertise(), List.of(document)).get(document.id()));
    }

    private String words(String key, Object... arguments) {
        return sentences.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private record Stood(UUID person, Role role) {}

    /** @param name first line. @param detail the role, and whom it stood for */
    record Byline(String name, String detail) {}
}
