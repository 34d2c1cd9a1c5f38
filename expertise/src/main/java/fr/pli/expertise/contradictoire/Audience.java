package fr.pli.expertise.contradictoire;

import fr.pli.expertise.folder.Access;
import fr.pli.expertise.folder.Folder;
import fr.pli.expertise.folder.Sight;
import fr.pli.expertise.rights.FolderKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who takes part now, and what each of them may have of the folders of the contradictoire. */
@Component
class Audience {

    private final Access access;

    Audience(Access access) {
        this.access = access;
    }

    Of of(UUID expertise) {
        return new Of(access.audience(expertise).stream()
                .filter(sight -> submitted(sight.folder()))
                .collect(Collectors.groupingBy(Sight::person, TreeMap::new, Collectors.toList())));
    }

    /** Magistrat, Sapiteur and confidential folders are not submitted to it (E-9). */
    private static boolean submitted(Folder folder) {
        return switch (folder.kind().group()) {
            case EXPERT, GREFFE, PARTIES -> folder.kind() != FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE;
            case MAGISTRAT, SAPITEUR -> false;
        };
    }

    /** @param sights of each person, one for each folder */
    record Of(Map<UUID, List<Sight>> sights) {

        boolean may(UUID person, UUID folder, UUID document) {
            return sights.getOrDefault(person, List.of()).stream()
                    .filter(sight -> sight.folder().id().equals(folder))
                    .anyMatch(sight -> sight.whole() || sight.singles().contains(document));
        }

        List<UUID> whole(UUID person) {
            return sights.getOrDefault(person, List.of()).stream()
                    .filter(Sight::whole)
                    .map(sight -> sight.folder().id())
                    .toList();
        }

        List<UUID> singles(UUID person) {
            return sights.getOrDefault(person, List.of()).stream()
                    .filter(sight -> !sight.whole())
                    .flatMap(sight -> sight.singles().stream())
                    .toList();
        }
    }
}
