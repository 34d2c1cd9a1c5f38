package fr.pli.expertise.departure;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.notification.Notices;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the experts of the files concerned, at once, one mail for all files of one expert: without a successor at each
 * step (T-3), with one when the files have passed (N-4). And tells who gets them.
 */
@Component
class DepartureNotices {

    private final CourtFiles files;
    private final Directory directory;
    private final Notices notices;

    DepartureNotices(CourtFiles files, Directory directory, Notices notices) {
        this.files = files;
        this.directory = directory;
        this.notices = notices;
    }

    void declared(Departure departure) {
        if (departure.successor() == null) {
            experts(departure, Telling.DECLARED, null, ongoing(departure));
        }
        named(departure);
    }

    /** What the experts were told, or would have been, is not so any more. */
    void changed(Departure before, Departure after) {
        boolean moved = !before.lastDay().equals(after.lastDay());
        boolean other = !Objects.equals(before.successor(), after.successor());
        if ((moved || other) && (before.successor() == null || after.successor() == null)) {
            experts(after, Telling.CHANGED, null, ongoing(after));
        }
        if (moved || other) {
            named(after);
        }
    }

    void cancelled(Departure departure) {
        if (departure.successor() == null) {
            experts(departure, Telling.CANCELLED, null, ongoing(departure));
        }
    }

    void effective(Departure departure, @Nullable Person heir, List<CourtFile> concerned) {
        experts(departure, heir == null ? Telling.EFFECTIVE : Telling.MOVED, heir, concerned);
        if (heir != null) {
            received(departure, heir, concerned);
        }
    }

    void replaced(Departure departure, Person heir, List<CourtFile> concerned) {
        experts(departure, Telling.MOVED, heir, concerned);
        received(departure, heir, concerned);
    }

    private void received(Departure departure, Person heir, List<CourtFile> concerned) {
        if (!concerned.isEmpty()) {
            notices.tell(
                    heir, "departure.received", departure.id(), departure.person(), DepartureMails.RECEIVED, Map.of());
        }
    }

    /** A colleague learns in the application that somebody counts on them. */
    private void named(Departure departure) {
        UUID successor = departure.successor();
        if (successor != null) {
            directory
                    .find(successor)
                    .ifPresent(person -> notices.tell(
                            person, "departure.named", departure.id(), departure.person(), null, Map.of()));
        }
    }

    private void experts(Departure departure, Telling telling, @Nullable Person heir, Collection<CourtFile> concerned) {
        List<UUID> experts =
                concerned.stream().map(CourtFile::expert).distinct().toList();
        var refs = new HashMap<String, String>();
        refs.put("telling", telling.name());
        refs.put("day", departure.lastDay().toString());
        UUID successor = heir == null ? departure.successor() : heir.id();
        if (successor != null && telling != Telling.EFFECTIVE) {
            refs.put("successor", successor.toString());
        }
        directory.findAll(experts).values().stream()
                .filter(Person::active)
                .forEach(expert -> notices.tell(
                        expert,
                        "departure." + telling.word(),
                        departure.id(),
                        departure.person(),
                        DepartureMails.TOLD,
                        refs));
    }

    private List<CourtFile> ongoing(Departure departure) {
        return files.present(departure.person()).stream()
                .filter(CourtFile::ongoing)
                .toList();
    }
}
