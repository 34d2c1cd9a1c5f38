package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Person;
import fr.pli.expertise.folder.Access;
import fr.pli.expertise.folder.Folder;
import fr.pli.expertise.folder.FolderNames;
import fr.pli.expertise.folder.Sight;
import fr.pli.expertise.folder.Unread;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The folders of an expertise as one person sees them: groups, parties and sapiteurs, subfolders, what is new (E-3, E-6). */
@Component
class Trees {

    private final Access access;
    private final Unread unread;
    private final Attendances attendances;
    private final FolderNames names;
    private final MessageSource sentences;

    Trees(Access access, Unread unread, Attendances attendances, FolderNames names, MessageSource sentences) {
        this.access = access;
        this.unread = unread;
        this.attendances = attendances;
        this.names = names;
        this.sentences = sentences;
    }

    Tree of(Person person, UUID expertise) {
        return of(person, expertise, attendances.of(expertise));
    }

    Tree of(Person person, UUID expertise, Attendance attendance) {
        Locale locale = LocaleContextHolder.getLocale();
        Map<UUID, Integer> fresh = unread.of(person, List.of(expertise)).getOrDefault(expertise, Map.of());
        Map<UUID, String> owners = owners(attendance);
        List<Sight> sights = access.sights(person.id(), expertise).stream()
                .filter(Sight::listed)
                .sorted(order(new ArrayList<>(owners.keySet()), locale))
                .toList();
        var sets = new LinkedHashMap<String, Shelf>();
        for (Sight sight : sights) {
            Folder folder = sight.folder();
            FolderKind.Group group = folder.kind().group();
            String title = sentences.getMessage("rights.group." + group, null, locale);
            String owner = folder.owner() == null ? null : owners.getOrDefault(folder.owner(), "");
            sets.computeIfAbsent(group + "/" + folder.owner(), none -> new Shelf(title, owner, new ArrayList<>()))
                    .folders()
                    .add(new Line(sight, names.of(folder, locale), owner, fresh.getOrDefault(folder.id(), 0)));
        }
        return new Tree(List.copyOf(sets.values()));
    }

    /** Parties in their order, then sapiteurs as they joined. */
    private static Map<UUID, String> owners(Attendance attendance) {
        var owners = new LinkedHashMap<UUID, String>();
        attendance.participants().stream()
                .filter(one -> one.role() == Role.SAPITEUR)
                .forEach(one -> owners.put(one.id(), attendance.name(one.person())));
        for (Party party : attendance.parties()) {
            owners.put(party.id(), party.name());
        }
        return owners;
    }

    /** Groups as in the enum, sets by owner, folders by kind, subfolders under their parent by name. */
    private Comparator<Sight> order(List<UUID> owners, Locale locale) {
        return Comparator.comparing((Sight sight) -> sight.folder().kind().group())
                .thenComparing(sight -> owners.indexOf(sight.folder().owner()))
                .thenComparing(sight -> sight.folder().kind())
                .thenComparing(sight -> sight.folder().lineage());
    }

    record Tree(List<Shelf> sets) {

        Line line(UUID folder) {
            return sets.stream()
                    .flatMap(set -> set.folders().stream())
                    .filter(line -> line.id().equals(folder))
                    .findFirst()
                    .orElseThrow();
        }

        public List<Line> fresh() {
            return sets.stream()
                    .flatMap(set -> set.folders().stream())
                    .filter(line -> line.unread() > 0)
                    .toList();
        }

        public int unread() {
            return fresh().stream().mapToInt(Line::unread).sum();
        }
    }

    /** @param owner name of the party or sapiteur; null where there is one per expertise */
    record Shelf(String title, @Nullable String owner, List<Line> folders) {}

    /** @param unread documents not downloaded */
    record Line(Sight sight, String name, @Nullable String owner, int unread) {

        public UUID id() {
            return sight.folder().id();
        }

        public int depth() {
            return sight.folder().depth();
        }

        public boolean off() {
            return !sight.open();
        }

        public String full() {
            return owner == null ? name : owner + " / " + name;
        }
    }
}
