package fr.pli.exchange.receipt;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Receipts read from the coverage rows. */
@Service
class JdbcReceipts implements Receipts {

    private final Coverages coverages;
    private final SeenTable seenTable;
    private final UncollectedTable uncollected;
    private final Messages messages;
    private final Directory directory;
    private final Clock clock;

    JdbcReceipts(
            Coverages coverages,
            SeenTable seenTable,
            UncollectedTable uncollected,
            Messages messages,
            Directory directory,
            Clock clock) {
        this.coverages = coverages;
        this.seenTable = seenTable;
        this.uncollected = uncollected;
        this.messages = messages;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public List<Receipt> of(UUID message) {
        Instant now = clock.instant();
        List<Coverage> found = coverages.of(message);
        Map<UUID, Person> hands = directory.findAll(found.stream()
                .map(Coverage::id)
                .filter(id -> !id.reader().equals(id.actingFor()))
                .map(CoverageId::reader)
                .collect(Collectors.toSet()));
        return found.stream()
                .map(coverage -> receipt(
                        coverage,
                        coverage.id().reader().equals(coverage.id().actingFor())
                                ? null
                                : hands.get(coverage.id().reader()),
                        now))
                .toList();
    }

    @Override
    public List<UUID> missing(UUID message, UUID reader) {
        var complete = coverages.of(message).stream()
                .filter(coverage ->
                        coverage.complete() && coverage.id().actingFor().equals(reader))
                .map(coverage -> coverage.id().file())
                .collect(Collectors.toSet());
        return messages.find(message).map(Message::attachments).orElse(List.of()).stream()
                .map(Message.Attachment::file)
                .filter(file -> !complete.contains(file))
                .toList();
    }

    @Override
    public List<Collected> collected(Message message) {
        Map<UUID, List<Coverage>> had = coverages.of(message.id()).stream()
                .collect(Collectors.groupingBy(coverage -> coverage.id().actingFor()));
        Map<UUID, Instant> seen = seenTable.of(message.id());
        return message.readers().stream()
                .map(person -> collected(message, person, had.getOrDefault(person, List.of()), seen.get(person)))
                .toList();
    }

    private static Collected collected(Message message, UUID person, List<Coverage> had, @Nullable Instant seen) {
        long all = message.attachments().stream()
                .mapToLong(Message.Attachment::length)
                .sum();
        long bytes = had.stream().mapToLong(Coverage::bytes).sum();
        long complete = had.stream().filter(Coverage::complete).count();
        return new Collected(
                person, message.attachments().size(), (int) complete, all == 0 ? 0 : (int) (bytes * 100 / all), seen);
    }

    @Override
    public List<Uncollected> uncollected(UUID message) {
        return uncollected.of(message);
    }

    @Override
    public boolean transferring(UUID message, UUID reader) {
        return coverages.active(message, reader, clock.instant());
    }

    private static Receipt receipt(Coverage coverage, @Nullable Person hand, Instant now) {
        boolean running = !coverage.complete() && coverage.activeUntil().isAfter(now);
        return new Receipt(
                coverage.id().actingFor(),
                hand == null ? null : hand.name(),
                coverage.id().file(),
                coverage.bytes(),
                coverage.percent(),
                running,
                coverage.startedAt(),
                coverage.lastAt(),
                coverage.completeAt(),
                coverage.confirmedAt(),
                coverage.unobservedAt() != null && !coverage.complete());
    }
}
