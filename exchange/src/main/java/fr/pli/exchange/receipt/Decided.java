package fr.pli.exchange.receipt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The right to the members of a long zip. It was decided about all of them before the first byte; about those whose turn
 * comes later it is decided again, some of them at once, when that is longer ago than a watched transfer may go unasked.
 */
final class Decided {

    private static final int AT_ONCE = 100;
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Handovers handovers;
    private final Reader reader;
    private final List<ZipMember> members;
    private Instant at;
    private int until;

    Decided(Handovers handovers, Reader reader, List<ZipMember> members) {
        this.handovers = handovers;
        this.reader = reader;
        this.members = members;
        this.at = handovers.now();
        this.until = members.size();
    }

    /** @throws RightLostException when the reader has lost the right to that member */
    void require(int member) throws RightLostException {
        Instant now = handovers.now();
        if (member < until && now.isBefore(at.plus(FRESH))) {
            return;
        }
        at = now;
        until = Math.min(members.size(), member + AT_ONCE);
        List<ZipMember> lost = handovers.lost(reader, members.subList(member, until));
        @Nullable ZipMember first = lost.isEmpty() ? null : lost.getFirst();
        if (members.get(member).equals(first)) {
            throw new RightLostException();
        }
        if (first != null) {
            until = member + members.subList(member, until).indexOf(first);
        }
    }
}
