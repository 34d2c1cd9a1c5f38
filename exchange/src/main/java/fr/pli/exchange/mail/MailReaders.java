package fr.pli.exchange.mail;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** Who reads a mail, as far as its frame depends on them; implemented by who keeps the directory. */
public interface MailReaders {

    Optional<Reader> find(UUID reader);

    /**
     * @param zone in which dates are written
     * @param profile by which the support they call is chosen
     */
    record Reader(ZoneId zone, String profile) {}
}
