package fr.pli.expertise.departure;

import fr.pli.exchange.account.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Who may know of a departure (T-3): the experts of its files, of these; who gets them, or is counted on, of all; who
 * leaves. Nobody else learns that there is one; support has {@link DepartureDesk}.
 */
@Service
public class DepartureReading {

    private final DepartureTable table;
    private final CourtFiles files;

    DepartureReading(DepartureTable table, CourtFiles files) {
        this.table = table;
        this.files = files;
    }

    /** Refuses like an unknown id where it does not concern {@code reader}. */
    public Seen known(Person reader, UUID id) {
        return find(reader, id).orElseThrow(DepartureRefusal.UNKNOWN::with);
    }

    Optional<Seen> find(Person reader, UUID id) {
        return reader.active() ? table.find(id).flatMap(departure -> seen(reader, departure)) : Optional.empty();
    }

    private Optional<Seen> seen(Person reader, Departure departure) {
        List<CourtFile> concerned = concerned(departure);
        boolean all = reader.id().equals(departure.person())
                || reader.id().equals(departure.heir())
                || Objects.equals(reader.id(), departure.successor()) && departure.state() == Departure.State.DECLARED;
        List<CourtFile> shown = concerned.stream()
                .filter(file -> all || file.expert().equals(reader.id()))
                .toList();
        return all || !shown.isEmpty() ? Optional.of(new Seen(departure, shown)) : Optional.empty();
    }

    /** Before the effect those that go on now, afterwards those that went on then. */
    private List<CourtFile> concerned(Departure departure) {
        return departure.state() == Departure.State.EFFECTIVE
                ? files.left(departure.id())
                : files.present(departure.person()).stream()
                        .filter(CourtFile::ongoing)
                        .toList();
    }

    /** A departure with those of its files that the reader may know of. */
    public record Seen(Departure departure, List<CourtFile> files) {

        public LocalDate lastDay() {
            return departure.lastDay();
        }
    }
}
