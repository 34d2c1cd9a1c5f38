package fr.pli.expertise.departure;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignInRefusal;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageState;
import fr.pli.exchange.message.Messages;
import fr.pli.expertise.departure.Replacement.RequestState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** What support sees of departures: who, when, which files need somebody; nothing of their content (O-2, T-3). */
@Service
public class DepartureDesk {

    private static final int MOST = 500;

    private final DepartureTable table;
    private final CourtFiles files;
    private final ReplacementTable replacements;
    private final Messages messages;
    private final ObjectProvider<Unattended> others;

    DepartureDesk(
            DepartureTable table,
            CourtFiles files,
            ReplacementTable replacements,
            Messages messages,
            ObjectProvider<Unattended> others) {
        this.table = table;
        this.files = files;
        this.replacements = replacements;
        this.messages = messages;
        this.others = others;
    }

    /** Refuses everybody but support operators and administrators. */
    static void operatorsOnly(Person person) {
        if (!Requests.operates(person)) {
            throw SignInRefusal.FORBIDDEN.with();
        }
    }

    /** Those that need somebody first. @param waiting only those */
    public List<Case> list(Person operator, boolean waiting) {
        operatorsOnly(operator);
        return table.list(waiting, MOST).stream().map(this::look).toList();
    }

    public Case get(Person operator, UUID id) {
        operatorsOnly(operator);
        return table.find(id).map(this::look).orElseThrow(DepartureRefusal.UNKNOWN::with);
    }

    private Case look(Departure departure) {
        boolean effective = departure.state() == Departure.State.EFFECTIVE;
        List<CourtFile> concerned = effective
                ? files.left(departure.id())
                : files.present(departure.person()).stream()
                        .filter(CourtFile::ongoing)
                        .toList();
        List<Unattended.Item> waiting = departure.waits()
                ? others.orderedStream()
                        .flatMap(other -> other.of(departure.person()).stream())
                        .toList()
                : List.of();
        Replacement replacement = replacements.find(departure.id()).orElse(null);
        return new Case(departure, concerned, waiting, replacement, replacement == null ? null : request(replacement));
    }

    private Request request(Replacement replacement) {
        Optional<Message> message = messages.find(replacement.request());
        return new Request(
                state(message.map(Message::state).orElse(MessageState.DRAFT)),
                replacement.request(),
                message.flatMap(found -> found.attachments().stream().findFirst())
                        .orElse(null));
    }

    static RequestState state(MessageState state) {
        return switch (state) {
            case SENT -> RequestState.JOINED;
            case QUEUED -> RequestState.WAITING;
            case DRAFT, DELETED, EXPIRED -> RequestState.MISSING;
        };
    }

    /**
     * A departure as support sees it.
     *
     * @param designations what else waits for somebody
     */
    public record Case(
            Departure departure,
            List<CourtFile> files,
            List<Unattended.Item> designations,
            @Nullable Replacement replacement,
            @Nullable Request request) {}

    /** @param file null where its bytes are gone */
    public record Request(RequestState state, UUID message, Message.@Nullable Attachment file) {}
}
