package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Refusal;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A kind of origin of the tests only, « box »: who may post into a box, who reads all of it, and who was given one file.
 * Its owner's page of a message is at {@code /boxes/<box>/<message>}.
 */
@Component
public class BoxRule implements AccessRule, OriginPages {

    public static final String KIND = "box";

    private record Right(UUID person, UUID what) {}

    private final Set<Right> posting = ConcurrentHashMap.newKeySet();
    private final Set<Right> reading = ConcurrentHashMap.newKeySet();
    private final Set<Right> files = ConcurrentHashMap.newKeySet();
    private final Set<Right> told = ConcurrentHashMap.newKeySet();

    public static Origin box() {
        return new Origin(KIND, UUID.randomUUID());
    }

    public void posts(Person person, Origin box) {
        posting.add(new Right(person.id(), box.reference()));
    }

    public void reads(Person person, Origin box) {
        reading.add(new Right(person.id(), box.reference()));
    }

    public void has(Person person, UUID file) {
        files.add(new Right(person.id(), file));
    }

    /** May not post, and is told so with a sentence. */
    public void isTold(Person person, Origin box) {
        told.add(new Right(person.id(), box.reference()));
    }

    public void losesAll(Person person) {
        for (Set<Right> rights : Set.of(posting, reading, files)) {
            rights.removeIf(right -> right.person().equals(person.id()));
        }
    }

    public void loses(Person person, UUID file) {
        files.remove(new Right(person.id(), file));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Decision decide(Person person, Message message) {
        if (reading.contains(new Right(person.id(), message.origin().reference()))) {
            return Decision.yes("reads");
        }
        return message.attachments().stream().anyMatch(a -> files.contains(new Right(person.id(), a.file())))
                ? Decision.yes("given")
                : Decision.no("none");
    }

    @Override
    public Decision decide(Person person, Message message, UUID file) {
        return reading.contains(new Right(person.id(), message.origin().reference()))
                        || files.contains(new Right(person.id(), file))
                ? Decision.yes("reads")
                : Decision.no("none");
    }

    @Override
    public Decision mayPost(Person person, Origin origin) {
        var right = new Right(person.id(), origin.reference());
        if (posting.contains(right)) {
            return Decision.yes("posts");
        }
        return told.contains(right) ? Decision.no("closed", Closed.BOX_CLOSED, "paused") : Decision.no("none");
    }

    @Override
    public Visible visible(Person person, Collection<UUID> origins) {
        Set<UUID> whole = new HashSet<>(origins);
        whole.removeIf(origin -> !reading.contains(new Right(person.id(), origin)));
        return new Visible(
                whole,
                files.stream()
                        .filter(right -> right.person().equals(person.id()))
                        .map(Right::what)
                        .collect(Collectors.toSet()));
    }

    @Override
    public Optional<String> page(Person person, Message message) {
        return Optional.of("/boxes/" + message.origin().reference() + "/" + message.id());
    }

    @Override
    public Optional<String> draftPage(Person person, UUID draft, Origin origin) {
        return Optional.of("/boxes/" + origin.reference() + "/drafts/" + draft);
    }

    /** What the owner of the boxes says itself; its sentence does not matter here. */
    public enum Closed implements Refusal {
        BOX_CLOSED;

        @Override
        public String code() {
            return "message.sender-inactive";
        }

        @Override
        public int status() {
            return 403;
        }
    }
}
