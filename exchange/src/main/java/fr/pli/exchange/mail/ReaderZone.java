package fr.pli.exchange.mail;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** The zone a reader's dates are written in, and their profile; implemented by who keeps the directory. */
public interface ReaderZone {

    Optional<ZoneId> of(UUID reader);

    /** The profile of the reader, by which the support they call is chosen. */
    Optional<String> profile(UUID reader);
}
