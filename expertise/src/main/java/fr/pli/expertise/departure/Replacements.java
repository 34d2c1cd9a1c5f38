package fr.pli.expertise.departure;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageState;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Units;
import fr.pli.expertise.departure.Replacement.Asker;
import fr.pli.expertise.departure.Replacement.RequestState;
import fr.pli.expertise.participants.Line;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** A registered replacement gets all that waits for somebody who has left, by a support operator's hand (T-4). */
@Service
public class Replacements {

    private final DepartureTable table;
    private final ReplacementTable replacements;
    private final Handover handover;
    private final RequestUpload upload;
    private final Messaging messaging;
    private final Messages messages;
    private final Directory directory;
    private final DepartureNotices notices;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Units units;
    private final Clock clock;

    Replacements(
            DepartureTable table,
            ReplacementTable replacements,
            Handover handover,
            RequestUpload upload,
            Messaging messaging,
            Messages messages,
            Directory directory,
            DepartureNotices notices,
            Journal journal,
            ApplicationEventPublisher events,
            Units units,
            Clock clock) {
        this.table = table;
        this.replacements = replacements;
        this.handover = handover;
        this.upload = upload;
        this.messaging = messaging;
        this.messages = messages;
        this.directory = directory;
        this.notices = notices;
        this.journal = journal;
        this.events = events;
        this.units = units;
        this.clock = clock;
    }

    /** Attaches the replacement at once; the request joins it when it is found clean. */
    public void attach(Person operator, UUID departure, Attachment typed) {
        DepartureDesk.operatorsOnly(operator);
        waiting(departure);
        Attachment.Checked checked = typed.checked();
        replacement(departure, checked.address());
        withRequest(
                operator,
                departure,
                typed.request(),
                draft -> units.run(() -> attach(operator, departure, checked, draft)));
    }

    private void attach(Person operator, UUID id, Attachment.Checked checked, UUID draft) {
        Person heir = replacement(id, checked.address());
        table.hold(Set.of(heir.id()));
        Departure departure = table.lock(id).filter(Departure::waits).orElseThrow(DepartureRefusal.NOTHING_WAITS::with);
        // once more, now that nobody can end the account
        replacement(id, checked.address());
        table.inherit(id, heir.id(), clock.instant());
        replacements.add(new Replacement(
                id, heir.id(), checked.asker(), checked.askerName(), clock.instant(), operator.id(), draft));
        messaging.send(operator, draft);
        List<CourtFile> files = handover.inherit(departure, heir, operator.id());
        journal.append(Fact.of("departure.replaced")
                .by(operator.id())
                .about(departure.person())
                .detail("departure", id)
                .detail("replacement", heir.id())
                .detail("asker", checked.asker())
                .detail("files", files.size()));
        events.publishEvent(new StaffReplaced(id, departure.person(), heir.id(), operator.id()));
        notices.replaced(departure, heir, files);
    }

    /** Joins the request again where the first one was not clean. */
    public void request(Person operator, UUID departure, RequestFile file) {
        DepartureDesk.operatorsOnly(operator);
        missing(departure);
        withRequest(
                operator,
                departure,
                file,
                draft -> units.run(() -> {
                    table.lock(departure);
                    missing(departure);
                    replacements.request(departure, draft);
                    messaging.send(operator, draft);
                    journal.append(Fact.of("departure.request")
                            .by(operator.id())
                            .about(table.find(departure).orElseThrow().person())
                            .detail("departure", departure));
                }));
    }

    private void withRequest(Person operator, UUID departure, RequestFile file, Consumer<UUID> act) {
        file.check();
        UUID draft = upload.draft(operator, departure, file);
        try {
            act.accept(draft);
        } catch (RefusedException refused) {
            upload.discard(operator, draft);
            throw refused;
        }
    }

    private void waiting(UUID id) {
        if (!table.find(id).orElseThrow(DepartureRefusal.UNKNOWN::with).waits()) {
            throw DepartureRefusal.NOTHING_WAITS.with();
        }
    }

    private void missing(UUID departure) {
        Replacement replacement = replacements.find(departure).orElseThrow(DepartureRefusal.UNKNOWN::with);
        MessageState state =
                messages.find(replacement.request()).map(Message::state).orElse(MessageState.DELETED);
        if (DepartureDesk.state(state) != RequestState.MISSING) {
            throw DepartureRefusal.REQUEST_JOINED.with();
        }
    }

    /** Active, and of the same profile as who has left: the roles are those of a magistrat or a greffier. */
    private Person replacement(UUID departure, String address) {
        Person leaver = table.find(departure)
                .flatMap(found -> directory.find(found.person()))
                .orElseThrow(DepartureRefusal.UNKNOWN::with);
        return directory
                .findByEmail(address)
                .filter(found -> found.active() && found.profile() == leaver.profile())
                .orElseThrow(() -> DepartureRefusal.REPLACEMENT_UNKNOWN.with(address));
    }

    /**
     * What the operator gives.
     *
     * @param replacement address of somebody registered
     * @param asker name of an {@link Asker}
     * @param askerName who asked
     */
    public record Attachment(String replacement, String asker, String askerName, RequestFile request) {

        private static final int LONGEST = 200;

        Checked checked() {
            Asker office = null;
            for (Asker one : Asker.values()) {
                office = one.name().equals(asker.strip()) ? one : office;
            }
            if (office == null) {
                throw DepartureRefusal.ASKER_REQUIRED.with();
            }
            String name = Line.tidy(askerName);
            if (name.isEmpty()) {
                throw DepartureRefusal.ASKER_NAME_REQUIRED.with();
            }
            if (!Line.fits(name, LONGEST)) {
                throw DepartureRefusal.ASKER_NAME_INVALID.with(LONGEST);
            }
            return new Checked(replacement.strip(), Objects.requireNonNull(office), name);
        }

        record Checked(String address, Asker asker, String askerName) {}
    }
}
