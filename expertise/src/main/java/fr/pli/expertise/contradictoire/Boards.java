package fr.pli.expertise.contradictoire;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.folder.Sight;
import fr.pli.expertise.rights.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows expert and co-experts who was told of, saw and downloaded each document of the contradictoire (E-9). */
@Service
public class Boards {

    private final Expertises expertises;
    private final Audience audience;
    private final BoardDocuments documents;
    private final BoardCells cells;
    private final BoardReminderTable reminders;
    private final Directory directory;
    private final Clock clock;

    Boards(
            Expertises expertises,
            Audience audience,
            BoardDocuments documents,
            BoardCells cells,
            BoardReminderTable reminders,
            Directory directory,
            Clock clock) {
        this.expertises = expertises;
        this.audience = audience;
        this.documents = documents;
        this.cells = cells;
        this.reminders = reminders;
        this.directory = directory;
        this.clock = clock;
    }

    /** The expertise, if {@code person} is its expert or a co-expert; other participants are refused with a sentence. */
    public Expertises.Seen seen(Person person, UUID expertise) {
        Expertises.Seen seen = expertises.known(person, expertise);
        if (!seen.has(Role.EXPERT) && !seen.has(Role.CO_EXPERT)) {
            throw BoardRefusal.EXPERTS_ONLY.with();
        }
        return seen;
    }

    /**
     * @param after last document of the page before
     * @param limit documents of the page
     */
    public Board board(Person person, UUID expertise, @Nullable UUID after, int limit) {
        seen(person, expertise);
        Audience.Of people = audience.of(expertise);
        List<BoardDocuments.Shown> shown = documents.page(expertise, after, limit + 1);
        List<BoardDocuments.Shown> page = shown.subList(0, Math.min(limit, shown.size()));
        List<Board.Column> columns = columns(expertise, people);
        return new Board(
                columns,
                cells.rows(page, columns.stream().map(Board.Column::person).toList(), people),
                shown.size() > limit ? page.getLast().id() : null,
                documents.count(expertise));
    }

    private List<Board.Column> columns(UUID expertise, Audience.Of people) {
        Map<UUID, Person> names = directory.findAll(people.sights().keySet());
        Map<UUID, Integer> waiting = documents.waiting(expertise, people);
        Map<UUID, Instant> reminded = reminders.last(expertise);
        Instant now = clock.instant();
        return people.sights().entrySet().stream()
                .map(one -> column(
                        Objects.requireNonNull(names.get(one.getKey())),
                        roles(one.getValue()),
                        waiting.getOrDefault(one.getKey(), 0),
                        reminded.get(one.getKey()),
                        now))
                .sorted(Comparator.comparing((Board.Column column) -> column.roles().stream()
                                .min(Comparator.naturalOrder())
                                .orElseThrow())
                        .thenComparing(Board.Column::name))
                .toList();
    }

    private static Board.Column column(
            Person person, Set<Role> roles, int waiting, @Nullable Instant reminded, Instant now) {
        boolean again = reminded == null || !now.isBefore(reminded.plus(BoardReminders.WINDOW));
        return new Board.Column(person.id(), person.name(), roles, waiting, reminded, waiting > 0 && again);
    }

    private static Set<Role> roles(List<Sight> sights) {
        return sights.getFirst().roles();
    }
}
