package fr.pli.exchange.receipt;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageExpired;
import fr.pli.exchange.message.MessageState;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.message.Origin;
import fr.pli.exchange.platform.Task;
import fr.pli.exchange.platform.Tasks;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Records what was not collected when a message ended: as facts of the journal, once for each recipient. It waits
 * until the last bytes handed over before the end have been written, so that nobody is said to lack what they have.
 */
@Component
class NegativeReceipts implements Task {

    static final String NAME = "receipt-uncollected";

    /** Longer than a node may keep to itself what it has handed over. */
    static final Duration SETTLED = Coverage.LEASE.multipliedBy(2);

    private final Messages messages;
    private final Receipts receipts;
    private final UncollectedTable table;
    private final ObjectProvider<Announcements> announcements;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Tasks tasks;
    private final Units units;
    private final Clock clock;

    NegativeReceipts(
            Messages messages,
            Receipts receipts,
            UncollectedTable table,
            ObjectProvider<Announcements> announcements,
            Journal journal,
            ApplicationEventPublisher events,
            Tasks tasks,
            Units units,
            Clock clock) {
        this.messages = messages;
        this.receipts = receipts;
        this.table = table;
        this.announcements = announcements;
        this.journal = journal;
        this.events = events;
        this.tasks = tasks;
        this.units = units;
        this.clock = clock;
    }

    @EventListener
    void on(MessageExpired expired) {
        if (expired.message().origin().kind().equals(Origin.LETTER.kind())) {
            tasks.stage(NAME, expired.message().id().toString(), clock.instant().plus(SETTLED));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public @Nullable Instant run(String id) {
        units.run(() -> messages.find(UUID.fromString(id))
                .filter(message -> message.state() == MessageState.EXPIRED)
                .ifPresent(this::record));
        return null;
    }

    private void record(Message message) {
        Announcements known = announcements.stream().findFirst().orElse(null);
        Map<UUID, Announcements.Told> told = known == null ? Map.of() : known.of(message.id());
        Map<UUID, List<Announcements.Reminded>> reminded = known == null ? Map.of() : known.reminders(message.id());
        boolean first = false;
        for (Collected collected : receipts.collected(message)) {
            UUID person = collected.person();
            if (!collected.whole()) {
                var receipt = receipt(message, collected, told.get(person), reminded.getOrDefault(person, List.of()));
                if (table.add(message.id(), receipt)) {
                    journal.append(fact(message, receipt));
                    first = true;
                }
            }
        }
        if (first) {
            events.publishEvent(new NotCollected(message));
        }
    }

    private static Uncollected receipt(
            Message message,
            Collected collected,
            Announcements.@Nullable Told told,
            List<Announcements.Reminded> reminded) {
        return new Uncollected(
                collected.person(),
                Objects.requireNonNull(message.endsAt()),
                collected.files(),
                collected.complete(),
                collected.percent(),
                collected.seenAt(),
                told == null ? null : told.state(),
                told == null ? null : told.at(),
                reminded.stream().map(Announcements.Reminded::at).toList());
    }

    private static Fact fact(Message message, Uncollected receipt) {
        Fact fact = Fact.of("receipt.not-collected")
                .message(message.id())
                .about(receipt.person())
                .detail("files", receipt.files())
                .detail("complete", receipt.complete())
                .detail("percent", receipt.percent());
        if (receipt.seenAt() != null) {
            fact = fact.detail("seen", receipt.seenAt());
        }
        if (receipt.told() != null && receipt.toldAt() != null) {
            fact = fact.detail("notified", receipt.told() + " " + receipt.toldAt());
        }
        return receipt.reminded().isEmpty()
                ? fact
                : fact.detail(
                        "reminded",
                        receipt.reminded().stream().map(Instant::toString).collect(Collectors.joining(" ")));
    }
}
