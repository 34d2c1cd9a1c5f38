package fr.pli.exchange.mail;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Connections to the relay that have just handed over a mail, for the next one: greeting, TLS and sign-in cost more than
 * the mail (ADR 0087). They are kept for some seconds only, well below what relays wait (RFC 5321, section 4.5.3.2).
 */
@Component
class RelayConnections {

    private static final long KEPT = Duration.ofSeconds(10).toNanos();

    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();

    /** The one that was used last, which is the least likely to have been closed; null without any. */
    @Nullable
    WatchedTransport take() {
        Idle last = idle.pollLast();
        if (last == null) {
            return null;
        }
        if (last.over()) {
            last.transport().close();
            closeOld();
            return null;
        }
        return last.transport();
    }

    void keep(WatchedTransport transport) {
        idle.addLast(new Idle(transport, System.nanoTime()));
    }

    /** Those that nobody has needed for some seconds. */
    void closeOld() {
        for (Idle first = idle.peekFirst(); first != null && first.over(); first = idle.peekFirst()) {
            if (idle.remove(first)) {
                first.transport().close();
            }
        }
    }

    @PreDestroy
    void closeAll() {
        for (Idle one = idle.pollFirst(); one != null; one = idle.pollFirst()) {
            one.transport().close();
        }
    }

    /** @param since on the machine's own count, which no clock that is set can disturb */
    private record Idle(WatchedTransport transport, long since) {

        boolean over() {
            return System.nanoTime() - since > KEPT;
        }
    }
}
