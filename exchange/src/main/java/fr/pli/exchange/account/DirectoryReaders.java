package fr.pli.exchange.account;

import fr.pli.exchange.mail.MailReaders;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Mails are framed for their reader as the directory knows them. */
@Component
class DirectoryReaders implements MailReaders {

    private final Directory directory;

    DirectoryReaders(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Optional<Reader> find(UUID reader) {
        return directory
                .find(reader)
                .map(person -> new Reader(person.zone(), person.profile().name()));
    }
}
