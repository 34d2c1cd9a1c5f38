package fr.pli.exchange.notification;

import fr.pli.exchange.mail.MailFate;
import fr.pli.exchange.mail.Outbox;
import fr.pli.exchange.receipt.Announcements;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How recipients were told: the fate of their mail, or their own choice. */
@Service
class JdbcAnnouncements implements Announcements {

    private final Outbox outbox;
    private final ReminderTable reminders;
    private final NotificationSettings settings;
    private final JdbcClient jdbc;

    JdbcAnnouncements(Outbox outbox, ReminderTable reminders, NotificationSettings settings, JdbcClient jdbc) {
        this.outbox = outbox;
        this.reminders = reminders;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, Told> of(UUID message) {
        var told = new HashMap<UUID, Told>();
        for (MailFate fate : outbox.about(message)) {
            if (fate.reader() != null && fate.template().equals(NoticeKind.RECEIVED.template())) {
                told.put(fate.reader(), new Told(state(fate.state()), fate.at(), fate.nextAttempt(), fate.reply()));
            }
        }
        jdbc.sql("select person, at from untold_recipient where message = ?")
                .param(message)
                .query((row, number) ->
                        Map.entry(row.getObject("person", UUID.class), row.getObject("at", Instant.class)))
                .list()
                .forEach(row -> told.put(row.getKey(), new Told(State.DECLINED, row.getValue(), null, null)));
        return told;
    }

    @Override
    public Map<UUID, List<Reminded>> reminders(UUID message) {
        List<ReminderTable.Sent> sent = reminders.of(message);
        if (sent.isEmpty()) {
            return Map.of();
        }
        Map<UUID, MailFate> mails =
                outbox.about(message).stream().collect(Collectors.toMap(MailFate::id, Function.identity()));
        return sent.stream()
                .collect(Collectors.groupingBy(
                        ReminderTable.Sent::person,
                        Collectors.mapping(
                                reminder -> reminded(reminder, mails.get(reminder.mail())), Collectors.toList())));
    }

    private Reminded reminded(ReminderTable.Sent reminder, @Nullable MailFate mail) {
        return new Reminded(
                reminder.at(),
                reminder.at().plus(settings.reminderWindow()),
                mail == null ? null : state(mail.state()),
                mail == null ? null : mail.reply());
    }

    private static State state(MailFate.State state) {
        return switch (state) {
            case QUEUED, SENDING -> State.QUEUED;
            case ACCEPTED -> State.ACCEPTED;
            case DELAYED -> State.DELAYED;
            case BOUNCED -> State.BOUNCED;
            case DEFERRED -> State.DEFERRED;
            case REFUSED -> State.REFUSED;
            case CANCELLED -> State.CANCELLED;
        };
    }
}
