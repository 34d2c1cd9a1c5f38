package fr.pli.exchange.receipt;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.Content;
import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.attachment.StoredFiles;
import fr.pli.exchange.delegation.Delegations;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The transfers this node is running. Every two seconds it decides again about all of them and marks those whose right
 * is lost; every ten it writes how far they are. A transfer itself holds no connection, transaction or lock between two
 * pieces.
 */
@Component
class Handovers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Handovers.class);

    private final Set<Handover> open = ConcurrentHashMap.newKeySet();
    private final Set<Passage> passages = ConcurrentHashMap.newKeySet();

    private final Ledger ledger;
    private final StoredFiles files;
    private final Messages messages;
    private final Directory directory;
    private final Delegations delegations;
    private final Clock clock;
    private final ReceiptSettings settings;
    private volatile @Nullable ScheduledExecutorService loops;

    Handovers(
            Ledger ledger,
            StoredFiles files,
            Messages messages,
            Directory directory,
            Delegations delegations,
            Clock clock,
            ReceiptSettings settings) {
        this.ledger = ledger;
        this.files = files;
        this.messages = messages;
        this.directory = directory;
        this.delegations = delegations;
        this.clock = clock;
        this.settings = settings;
    }

    /** The caller has decided that {@code reader} may have this file of the message. */
    Handover open(Reader reader, Message message, UUID file) {
        var handover = new Handover(this, reader, message, file);
        open.add(handover);
        return handover;
    }

    void closed(Handover handover) {
        open.remove(handover);
    }

    Instant now() {
        return clock.instant();
    }

    void hand(Handover handover, boolean counted, StoredFile file, long from, long to, OutputStream out)
            throws IOException {
        handover.ensureRight();
        try (Content content = files.open(file.id())) {
            CoverageId id = handover.reader().of(handover.message(), file.id());
            if (!counted) {
                content.read(from, to, uncounted(handover, out));
                return;
            }
            Coverage known = ledger.begin(id, file);
            if (known.complete()) {
                content.read(from, to, uncounted(handover, out));
                return;
            }
            long lastMissing = known.spans()
                    .missing(file.length())
                    .intersect(Spans.of(from, to))
                    .end();
            count(new Passage(handover, ledger, id, file, from, lastMissing, out), content, from, to);
        }
    }

    private static Content.Sink uncounted(Handover handover, OutputStream out) {
        return (buffer, offset, length) -> {
            handover.ensureRight();
            out.write(buffer, offset, length);
        };
    }

    private void count(Passage passage, Content content, long from, long to) throws IOException {
        passages.add(passage);
        try {
            content.read(from, to, passage);
        } finally {
            end(passage);
        }
    }

    private void end(Passage passage) throws IOException {
        try {
            passage.flush();
        } finally {
            passage.end();
            write(passage);
        }
    }

    /** What cannot be written now stays here and is written by a later round: the bytes have been handed over. */
    private void write(Passage passage) {
        try {
            boolean ended = passage.ended();
            passage.write();
            if (ended) {
                passages.remove(passage);
            }
        } catch (RuntimeException failure) {
            LOG.warn("what was handed over cannot be written now, it will be tried again", failure);
        }
    }

    /** Writes how far all running transfers are. */
    void flush() {
        passages.forEach(this::write);
    }

    /** Decides again about all running transfers. */
    void watch() {
        List<Handover> running = List.copyOf(open);
        if (running.isEmpty()) {
            return;
        }
        Map<UUID, Person> people = directory.findAll(running.stream()
                .flatMap(handover ->
                        Stream.of(handover.reader().person(), handover.reader().hand()))
                .collect(Collectors.toSet()));
        Map<UUID, Message> found =
                messages.findAll(running.stream().map(Handover::message).collect(Collectors.toSet()));
        for (Handover handover : running) {
            Message message = found.get(handover.message());
            if (message == null || !stays(handover.reader(), message, handover.file(), people)) {
                handover.refuse();
            } else {
                handover.endsAt(message.endsAt());
            }
        }
    }

    /** Of these the members that {@code reader} may not have any more, in their order. */
    List<ZipMember> lost(Reader reader, List<ZipMember> members) {
        Map<UUID, Person> people =
                directory.findAll(Stream.of(reader.person(), reader.hand()).collect(Collectors.toSet()));
        Map<UUID, Message> found =
                messages.findAll(members.stream().map(ZipMember::message).collect(Collectors.toSet()));
        return members.stream()
                .filter(member -> {
                    Message message = found.get(member.message());
                    return message == null || !stays(reader, message, member.file(), people);
                })
                .toList();
    }

    private boolean stays(Reader reader, Message message, UUID file, Map<UUID, Person> people) {
        Person person = people.get(reader.person());
        return person != null
                && message.attachment(file).isPresent()
                && messages.decide(person, message, file).allowed()
                && (message.origin().letter() || !reader.delegated())
                && handStays(reader, people);
    }

    /** Whoever acts for somebody must be active, and the delegation still stand. */
    private boolean handStays(Reader reader, Map<UUID, Person> people) {
        Person hand = people.get(reader.hand());
        return !reader.delegated()
                || hand != null
                        && hand.active()
                        && delegations.acting(hand, reader.person()).isPresent();
    }

    private static Runnable guarded(String what, Runnable round) {
        return () -> {
            try {
                round.run();
            } catch (RuntimeException failure) {
                LOG.warn("{}: this round failed, the next one follows", what, failure);
            }
        };
    }

    @Override
    public void start() {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().daemon().name("transfers-", 1).factory());
        every(threads, settings.watch(), guarded("deciding again about transfers", this::watch));
        every(threads, settings.flush(), guarded("writing how far transfers are", this::flush));
        loops = threads;
    }

    private static void every(ScheduledExecutorService threads, Duration interval, Runnable round) {
        threads.scheduleWithFixedDelay(round, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Transfers still running are written a last time. */
    @Override
    public void stop() {
        ScheduledExecutorService threads = loops;
        if (threads != null) {
            threads.shutdown();
            flush();
        }
        loops = null;
    }

    @Override
    public boolean isRunning() {
        return loops != null;
    }

    /** Starts before the web server and stops after it, so that transfers are watched to the end. */
    @Override
    public int getPhase() {
        return 0;
    }
}
