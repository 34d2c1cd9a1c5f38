package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.expertise.dossier.Expertises.Seen;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.Folder;
import fr.pli.expertise.folder.Folders;
import fr.pli.expertise.folder.Grant;
import fr.pli.expertise.folder.Grants;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.rights.Role;
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

/** « Décisions de l'expert » beside a folder or document, for the expert, where the matrix leaves any (E-8). */
@Component
class GrantSections {

    private final Grants grants;
    private final Participants participants;
    private final Folders folders;
    private final Directory directory;
    private final MessageSource sentences;

    GrantSections(
            Grants grants, Participants participants, Folders folders, Directory directory, MessageSource sentences) {
        this.grants = grants;
        this.participants = participants;
        this.folders = folders;
        this.directory = directory;
        this.sentences = sentences;
    }

    /** Of a folder; null where there is nothing to decide. */
    @Nullable
    Section of(Person reader, Seen dossier, Folder folder) {
        return section(reader, dossier, folder, "folders/" + folder.id(), grant -> folder.id()
                .equals(grant.folder()));
    }

    @Nullable
    Section of(Person reader, Seen dossier, Document document) {
        if (!document.published()) {
            return null;
        }
        Folder folder = folders.find(document.folder()).orElseThrow();
        return section(reader, dossier, folder, "documents/" + document.id(), grant -> document.id()
                .equals(grant.document()));
    }

    private @Nullable Section section(
            Person reader, Seen dossier, Folder folder, String place, java.util.function.Predicate<Grant> which) {
        UUID expertise = folder.expertise();
        if (!dossier.has(Role.EXPERT)) {
            return null;
        }
        List<Participant> candidates = grants.candidates(expertise, folder);
        List<Grant> given = grants.of(reader, expertise).stream().filter(which).toList();
        if (candidates.isEmpty() && given.isEmpty()) {
            return null;
        }
        Map<UUID, Participant> all =
                participants.of(expertise).stream().collect(Collectors.toMap(Participant::id, Function.identity()));
        Map<UUID, Person> people =
                directory.findAll(all.values().stream().map(Participant::person).collect(Collectors.toSet()));
        Map<UUID, Party> parties =
                participants.parties(expertise).stream().collect(Collectors.toMap(Party::id, Function.identity()));
        List<Line> lines = given.stream()
                .map(grant ->
                        new Line(grant, label(Objects.requireNonNull(all.get(grant.participant())), people, parties)))
                .toList();
        List<Choice> choices = candidates.stream()
                .filter(one -> given.stream()
                        .noneMatch(grant -> grant.holds() && grant.participant().equals(one.id())))
                .map(one -> new Choice(one.id(), label(one, people, parties)))
                .toList();
        return new Section(place, lines, choices);
    }

    private String label(Participant one, Map<UUID, Person> people, Map<UUID, Party> parties) {
        Person person = people.get(one.person());
        String role = sentences.getMessage("rights.role." + one.role(), null, LocaleContextHolder.getLocale());
        Party party = one.party() == null ? null : parties.get(one.party());
        return (person == null ? "" : person.name()) + ", " + role + (party == null ? "" : " (" + party.name() + ")");
    }

    /**
     * @param place last parts of the address that grants are posted to
     * @param choices whom it may still be given to
     */
    record Section(String place, List<Line> lines, List<Choice> choices) {}

    record Line(Grant grant, String who) {}

    record Choice(UUID participant, String who) {}
}
