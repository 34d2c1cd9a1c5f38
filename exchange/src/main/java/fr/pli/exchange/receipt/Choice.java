package fr.pli.exchange.receipt;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.AccessRule.Visible;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageRefusal;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.message.Origin;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The messages of a zip of several, all of whose files a person may have now. It is decided place by place and not file by
 * file, so that ten thousand of them take a few queries.
 */
@Component
class Choice {

    private final Messages messages;
    private final Clock clock;

    Choice(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** By id; refuses like an unknown id when one file may not be had. */
    Map<UUID, Message> messages(Person reader, List<ZipEntry> entries) {
        Map<UUID, Message> found =
                Pages.of(entries.stream().map(ZipEntry::message).collect(Collectors.toSet()), messages::findAll);
        Map<String, Visible> visible = visible(reader, found);
        for (ZipEntry entry : entries) {
            Message message = found.get(entry.message());
            if (message == null || !may(reader, message, entry.file(), visible)) {
                throw MessageRefusal.UNKNOWN.with();
            }
        }
        return found;
    }

    static Message.Attachment attachment(Map<UUID, Message> found, ZipEntry entry) {
        return Objects.requireNonNull(found.get(entry.message()))
                .attachment(entry.file())
                .orElseThrow(MessageRefusal.UNKNOWN::with);
    }

    private Map<String, Visible> visible(Person reader, Map<UUID, Message> found) {
        Map<String, List<UUID>> places = found.values().stream()
                .map(Message::origin)
                .filter(origin -> origin.reference() != null)
                .distinct()
                .collect(Collectors.groupingBy(
                        Origin::kind,
                        Collectors.mapping(origin -> Objects.requireNonNull(origin.reference()), Collectors.toList())));
        var visible = new HashMap<String, Visible>();
        places.forEach((kind, origins) -> visible.put(kind, messages.visible(reader, kind, origins)));
        return visible;
    }

    private boolean may(Person reader, Message message, UUID file, Map<String, Visible> visible) {
        if (message.attachment(file).isEmpty()) {
            return false;
        }
        UUID place = message.origin().reference();
        return place == null
                ? messages.decide(reader, message, file).allowed()
                : message.available(clock.instant())
                        && Objects.requireNonNull(visible.get(message.origin().kind()))
                                .holds(place, file);
    }
}
