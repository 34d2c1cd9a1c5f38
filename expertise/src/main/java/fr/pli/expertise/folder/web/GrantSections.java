package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Person;
import fr.pli.expertise.dossier.Expertises.Seen;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.Folder;
import fr.pli.expertise.folder.Folders;
import fr.pli.expertise.folder.Grant;
import fr.pli.expertise.folder.Grants;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.rights.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** « Décisions de l'expert » beside a folder or document, for the expert, where the matrix leaves any (E-8). */
@Component
class GrantSections {

    private final Grants grants;
    private final Attendances attendances;
    private final Folders folders;
    private final MessageSource sentences;

    GrantSections(Grants grants, Attendances attendances, Folders folders, MessageSource sentences) {
        this.grants = grants;
        this.attendances = attendances;
        this.folders = folders;
        this.sentences = sentences;
    }

    /** Of a folder; null where there is nothing to decide. */
    @Nullable
    Section of(Person reader, Seen dossier, Folder folder, Attendance attendance) {
        return dossier.has(Role.EXPERT)
                ? section(reader, attendance, folder, "folders/" + folder.id(), grant -> folder.id()
                        .equals(grant.folder()))
                : null;
    }

    @Nullable
    Section of(Person reader, Seen dossier, Document document) {
        if (!document.published() || !dossier.has(Role.EXPERT)) {
            return null;
        }
        Folder folder = folders.find(document.folder()).orElseThrow();
        Attendance attendance = attendances.of(document.expertise());
        return section(reader, attendance, folder, "documents/" + document.id(), grant -> document.id()
                .equals(grant.document()));
    }

    private @Nullable Section section(
            Person reader, Attendance attendance, Folder folder, String place, Predicate<Grant> which) {
        List<Participant> candidates = grants.candidates(attendance.participants(), folder);
        List<Grant> given =
                grants.of(reader, folder.expertise()).stream().filter(which).toList();
        if (candidates.isEmpty() && given.isEmpty()) {
            return null;
        }
        Map<UUID, Party> parties = attendance.partiesById();
        List<Line> lines = given.stream()
                .map(grant -> new Line(
                        grant,
                        label(
                                Objects.requireNonNull(attendance.participant(grant.participant())),
                                attendance,
                                parties)))
                .toList();
        List<Choice> choices = candidates.stream()
                .filter(one -> given.stream()
                        .noneMatch(grant -> grant.holds() && grant.participant().equals(one.id())))
                .map(one -> new Choice(one.id(), label(one, attendance, parties)))
                .toList();
        return new Section(place, lines, choices);
    }

    private String label(Participant one, Attendance attendance, Map<UUID, Party> parties) {
        String role = sentences.getMessage("rights.role." + one.role(), null, LocaleContextHolder.getLocale());
        Party party = one.party() == null ? null : parties.get(one.party());
        return attendance.name(one.person()) + ", " + role + (party == null ? "" : " (" + party.name() + ")");
    }

    /**
     * @param place last parts of the address that grants are posted to
     * @param choices whom it may still be given to
     */
    record Section(String place, List<Line> lines, List<Choice> choices) {}

    record Line(Grant grant, String who) {}

    record Choice(UUID participant, String who) {}
}
