package fr.pli.exchange.notification;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageEndMoved;
import fr.pli.exchange.message.MessageSent;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.message.OwnBox;
import fr.pli.exchange.platform.Task;
import fr.pli.exchange.platform.Tasks;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.receipt.Receipts;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Two warnings before the end: to the sender, and to recipients who have not downloaded everything (N-2). */
@Component
class EndingWarnings implements Task {

    static final String NAME = "notification-ending";

    private final Messages messages;
    private final Directory directory;
    private final Receipts receipts;
    private final OwnBox boxes;
    private final Post post;
    private final Journal journal;
    private final Tasks tasks;
    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final NotificationSettings settings;

    EndingWarnings(
            Messages messages,
            Directory directory,
            Receipts receipts,
            OwnBox boxes,
            Post post,
            Journal journal,
            Tasks tasks,
            Units units,
            JdbcClient jdbc,
            Clock clock,
            NotificationSettings settings) {
        this.messages = messages;
        this.directory = directory;
        this.receipts = receipts;
        this.boxes = boxes;
        this.post = post;
        this.journal = journal;
        this.tasks = tasks;
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** The first plan: there is nothing yet that it would replace. */
    @EventListener
    void on(MessageSent sent) {
        Message message = sent.message();
        for (int number = 1; number <= 2; number++) {
            String id = id(message, number);
            planned(message, number, message.availableAt()).ifPresent(due -> tasks.stage(NAME, id, due));
        }
    }

    /** Planned anew: the mail about the other end has just said what a warning within the next hours would say. */
    @EventListener
    void on(MessageEndMoved moved) {
        Message message = moved.message();
        for (int number = 1; number <= 2; number++) {
            String id = id(message, number);
            planned(message, number, clock.instant())
                    .ifPresentOrElse(due -> tasks.restage(NAME, id, due), () -> tasks.cancel(NAME, id));
        }
    }

    private static String id(Message message, int number) {
        return message.id() + "/" + number;
    }

    /** When a warning is due; empty when it would follow too soon on what was told. */
    private Optional<Instant> planned(Message message, int number, @Nullable Instant told) {
        return due(message, number).filter(at -> told != null && !at.isBefore(told.plus(settings.quietAfterSending())));
    }

    /** When a warning leaves; empty for what has no end. */
    private Optional<Instant> due(Message message, int number) {
        Instant end = message.endsAt();
        return end == null || !MessageNotices.letter(message)
                ? Optional.empty()
                : Optional.of(end.minus(settings.warning(number)));
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param id message id, "/", number of the warning */
    @Override
    public @Nullable Instant run(String id) {
        UUID message = UUID.fromString(id.substring(0, id.indexOf('/')));
        int number = Integer.parseInt(id.substring(id.indexOf('/') + 1));
        return units.call(() -> messages.find(message)
                .filter(found -> found.available(clock.instant()))
                .map(found -> warn(found, number))
                .orElse(null));
    }

    private @Nullable Instant warn(Message message, int number) {
        Instant due = due(message, number).orElse(null);
        if (due == null || clock.instant().isBefore(due)) {
            return due;
        }
        if (first(message, number)) {
            journal.append(Fact.of("message.warned").message(message.id()).detail("number", number));
            directory.find(message.sender()).ifPresent(sender -> tell(sender, message, number));
            Set<UUID> removed = boxes.removedBy(message.id());
            directory.findAll(message.readers()).values().stream()
                    .filter(reader -> !removed.contains(reader.id())
                            && !receipts.missing(message.id(), reader.id()).isEmpty())
                    .forEach(reader -> tell(reader, message, number));
        }
        return null;
    }

    private boolean first(Message message, int number) {
        return jdbc.sql("insert ignore into ending_warning (message, number, ends_at, at) values (?, ?, ?, ?)")
                        .params(message.id(), number, Objects.requireNonNull(message.endsAt()), clock.instant())
                        .update()
                == 1;
    }

    private void tell(Person person, Message message, int number) {
        post.tell(person, number == 1 ? NoticeKind.FIRST_WARNING : NoticeKind.SECOND_WARNING, message.id());
    }
}
