package fr.pli.exchange.notification;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageSent;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.platform.Task;
import fr.pli.exchange.platform.Tasks;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.receipt.Receipts;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
    private final Preferences preferences;
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
            Preferences preferences,
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
        this.preferences = preferences;
        this.post = post;
        this.journal = journal;
        this.tasks = tasks;
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    @EventListener
    void on(MessageSent sent) {
        for (int number = 1; number <= 2; number++) {
            String id = sent.message().id() + "/" + number;
            due(sent.message(), number).ifPresent(at -> tasks.stage(NAME, id, at));
        }
    }

    /** Empty when it would leave before, or too soon after, the message was made available. */
    private Optional<Instant> due(Message message, int number) {
        Instant available = message.availableAt();
        Instant end = message.endsAt();
        if (available == null || end == null || !MessageNotices.letter(message)) {
            return Optional.empty();
        }
        Instant due = end.minus(settings.warning(number));
        return due.isBefore(available.plus(settings.quietAfterSending())) ? Optional.empty() : Optional.of(due);
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
        if (first(message.id(), number)) {
            journal.append(Fact.of("message.warned").message(message.id()).detail("number", number));
            directory.find(message.sender()).ifPresent(sender -> tell(sender, message, number));
            directory.findAll(message.readers()).values().stream()
                    .filter(reader ->
                            !receipts.missing(message.id(), reader.id()).isEmpty())
                    .forEach(reader -> tell(reader, message, number));
        }
        return null;
    }

    private boolean first(UUID message, int number) {
        return jdbc.sql("insert ignore into ending_warning (message, number, at) values (?, ?, ?)")
                        .params(message, number, clock.instant())
                        .update()
                == 1;
    }

    private void tell(Person person, Message message, int number) {
        var notice = number == 1 ? Preferences.Notice.FIRST_WARNING : Preferences.Notice.SECOND_WARNING;
        if (preferences.wants(person.id(), notice)) {
            post.stage(person, Post.ENDING, message.id(), Map.of("number", Integer.toString(number)));
        }
    }
}
