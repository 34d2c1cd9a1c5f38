package fr.pli.exchange.account;

import fr.pli.exchange.mail.ReaderZone;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Mails write dates in the zone that the directory has for their reader. */
@Component
class DirectoryZone implements ReaderZone {

    private final Directory directory;

    DirectoryZone(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Optional<ZoneId> of(UUID reader) {
        return directory.find(reader).map(Person::zone);
    }

    @Override
    public Optional<String> profile(UUID reader) {
        return directory.find(reader).map(person -> person.profile().name());
    }
}
