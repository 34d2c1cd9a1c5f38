package fr.pli.expertise.folder;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.AccessRule;
import fr.pli.exchange.message.Decision;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.Origin;
import fr.pli.expertise.rights.Explanations;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.rights.Ruling;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The one decision point of expertises (M-4): who, where → what may be done and why. Everything that shows, lists,
 * counts or hands over a document asks here; for the exchange it is the rule of what was posted in folders, which
 * replaces the sender-or-recipient rule (M-3).
 */
@Service
public class Access implements AccessRule {

    /** The {@link Origin#kind()} of deposits; the reference is the folder. */
    public static final String KIND = "folder";

    private final Seats seats;
    private final Verdicts verdicts;
    private final SingleDocuments singles;
    private final Folders folders;
    private final Explanations explanations;

    Access(Seats seats, Verdicts verdicts, SingleDocuments singles, Folders folders, Explanations explanations) {
        this.seats = seats;
        this.verdicts = verdicts;
        this.singles = singles;
        this.folders = folders;
        this.explanations = explanations;
    }

    static Origin origin(UUID folder) {
        return new Origin(KIND, folder);
    }

    /** What {@code person} has of all folders of an expertise, listed or not; empty for who has no role. */
    public List<Sight> sights(UUID person, UUID expertise) {
        return sights(seats.within(person, expertise));
    }

    /** Of one folder; empty for who has no role in its expertise. */
    public Optional<Sight> sight(UUID person, UUID folder) {
        return sights(person, List.of(folder)).stream().findFirst();
    }

    /** Of some folders. */
    public List<Sight> sights(UUID person, Collection<UUID> folders) {
        return sights(seats.beside(person, folders));
    }

    /** What everybody who takes part has of every folder, for boards and lists of receipts. */
    public List<Sight> audience(UUID expertise) {
        return sights(seats.all(expertise));
    }

    /** Who may read the document now, the depositor included. */
    List<Sight> readers(Document document) {
        return sights(seats.around(document.folder())).stream()
                .filter(sight -> document.published()
                        ? sight.whole() || sight.singles().contains(document.id())
                        : sight.whole() && (sight.expert() || sight.person().equals(document.depositor())))
                .toList();
    }

    List<Sight> unread(UUID person, Collection<UUID> expertises) {
        return sights(seats.unread(person, expertises));
    }

    private List<Sight> sights(List<Seat> found) {
        Map<Seated, List<Seat>> each = found.stream()
                .collect(Collectors.groupingBy(
                        seat -> new Seated(seat.person(), seat.folder().id())));
        Map<Seated, Set<UUID>> alone = singles.among(each, verdicts);
        return each.entrySet().stream()
                .map(one -> sight(one.getValue(), alone.getOrDefault(one.getKey(), Set.of())))
                .toList();
    }

    private Sight sight(List<Seat> mine, Set<UUID> alone) {
        Seat any = mine.getFirst();
        return new Sight(
                any.person(), any.folder(), any.place(), any.state(), verdicts.ruling(mine), roles(mine), alone);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Decision decide(Person person, Message message) {
        return decision(person, message, null);
    }

    @Override
    public Decision decide(Person person, Message message, UUID file) {
        return decision(person, message, file);
    }

    private Decision decision(Person person, Message message, @Nullable UUID file) {
        UUID folder = Objects.requireNonNull(message.origin().reference());
        List<Seat> mine = seats.about(person.id(), folder, message.id(), file);
        if (mine.isEmpty()) {
            return Decision.no("no-role");
        }
        Ruling whole = verdicts.ruling(mine);
        Seat any = mine.getFirst();
        if (whole.readable() && any.published()) {
            return Decision.yes(reason(whole));
        }
        if (whole.readable()
                && any.proposed()
                && (message.sender().equals(person.id()) || roles(mine).contains(Role.EXPERT))) {
            return Decision.yes(reason(whole));
        }
        if (mine.stream().noneMatch(Seat::single)) {
            return Decision.no("matrix");
        }
        Ruling alone = verdicts.single(mine, Seat::single);
        return alone.readable() ? Decision.yes(reason(alone)) : Decision.no("matrix");
    }

    private static String reason(Ruling ruling) {
        return String.valueOf(ruling.role());
    }

    /** Who may read the folder and not post there is told why; for anybody else it does not exist. */
    @Override
    public Decision mayPost(Person person, Origin origin) {
        return sight(person.id(), Objects.requireNonNull(origin.reference()))
                .map(sight -> {
                    if (sight.ruling().depositable()) {
                        return Decision.yes(reason(sight.ruling()));
                    }
                    return sight.ruling().listed()
                            ? Decision.no(
                                    "matrix",
                                    FolderRefusal.NO_DEPOSIT,
                                    explanations.of(sight.ruling(), sight.place(), sight.state()))
                            : Decision.no("matrix");
                })
                .orElseGet(() -> Decision.no("no-role"));
    }

    /** Of the whole expertise: its documents have one key, and no other expertise's (ADR 0065). */
    @Override
    public UUID keeper(Origin origin) {
        UUID folder = Objects.requireNonNull(origin.reference());
        return folders.find(folder).map(Folder::expertise).orElse(folder);
    }

    /** A folder with proposals that {@code person} may not read is not whole: its documents are named one by one. */
    @Override
    public Visible visible(Person person, Collection<UUID> origins) {
        List<Sight> sights = sights(person.id(), origins);
        Set<UUID> readable = ids(sights, Sight::whole);
        Set<UUID> partly = singles.withForeignProposals(
                person.id(),
                ids(sights, sight -> sight.whole() && sight.folder().confidential() && !sight.expert()));
        Set<UUID> files = singles.files(
                person.id(),
                partly,
                sights.stream()
                        .filter(sight -> !sight.whole())
                        .flatMap(sight -> sight.singles().stream())
                        .collect(Collectors.toSet()));
        readable.removeAll(partly);
        return new Visible(readable, files);
    }

    private static Set<UUID> ids(List<Sight> sights, Predicate<Sight> which) {
        return sights.stream().filter(which).map(sight -> sight.folder().id()).collect(Collectors.toSet());
    }

    private static Set<Role> roles(List<Seat> mine) {
        return mine.stream().map(seat -> seat.standing().role()).collect(Collectors.toSet());
    }

    /** A person beside a folder. */
    record Seated(UUID person, UUID folder) {}
}
