package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.web.Attendance.Stood;
import fr.pli.expertise.participants.Party;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** « Déposé par »: the person and the role that was used; what was proposed and accepted stands under the party's name (E-8). */
@Component
class Bylines {

    private final Directory directory;
    private final Attendances attendances;
    private final MessageSource sentences;

    Bylines(Directory directory, Attendances attendances, MessageSource sentences) {
        this.directory = directory;
        this.attendances = attendances;
        this.sentences = sentences;
    }

    /** By document. */
    Map<UUID, Byline> of(UUID expertise, Collection<Document> documents) {
        return documents.isEmpty() ? Map.of() : of(attendances.of(expertise), documents);
    }

    Map<UUID, Byline> of(Attendance attendance, Collection<Document> documents) {
        Map<UUID, Person> others = others(attendance, documents);
        Map<UUID, Party> parties = attendance.partiesById();
        Map<Stood, UUID> stoodFor = attendance.stoodFor();
        return documents.stream().collect(Collectors.toMap(Document::id, document -> {
            Person other = others.get(document.depositor());
            UUID party = stoodFor.get(new Stood(document.depositor(), document.role()));
            return byline(
                    document,
                    other == null ? attendance.name(document.depositor()) : other.name(),
                    party == null ? null : parties.get(party));
        }));
    }

    /** Depositors who have no role of their own there. */
    private Map<UUID, Person> others(Attendance attendance, Collection<Document> documents) {
        return directory.findAll(documents.stream()
                .map(Document::depositor)
                .filter(person -> !attendance.people().containsKey(person))
                .collect(Collectors.toSet()));
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

    /** @param name first line. @param detail the role, and whom it stood for */
    record Byline(String name, String detail) {}
}
